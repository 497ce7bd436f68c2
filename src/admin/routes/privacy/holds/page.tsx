import { defineRouteConfig } from "@medusajs/admin-sdk"
import { HoldsPage } from "../../../domains/personal-data/sections/holds-page"
import { guarded } from "../../../shared/guarded"

const HoldsRoute = () => <HoldsPage />

export const config = defineRouteConfig({
  label: "menu.holds",
  translationNs: "dkPrivacy",
  rank: 3,
})

export default guarded(HoldsRoute)
