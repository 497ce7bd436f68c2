import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ErasuresPage } from "../../../domains/personal-data/sections/erasures-page"
import { guarded } from "../../../shared/guarded"

const ErasuresRoute = () => <ErasuresPage />

export const config = defineRouteConfig({
  label: "menu.erasures",
  translationNs: "dkPrivacy",
  rank: 2,
})

export default guarded(ErasuresRoute)
