import { defineRouteConfig } from "@medusajs/admin-sdk"
import { FindPage } from "../../../domains/personal-data/sections/find-page"
import { guarded } from "../../../shared/guarded"

const FindRoute = () => <FindPage />

export const config = defineRouteConfig({
  label: "menu.find",
  translationNs: "dkPrivacy",
  rank: 1,
})

export default guarded(FindRoute)
