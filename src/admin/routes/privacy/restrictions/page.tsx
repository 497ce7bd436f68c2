import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RestrictionsPage } from "../../../domains/personal-data/sections/restrictions-page"
import { guarded } from "../../../shared/guarded"

const RestrictionsRoute = () => <RestrictionsPage />

export const config = defineRouteConfig({
  label: "menu.restrictions",
  translationNs: "dkPrivacy",
  rank: 3.5,
})

export default guarded(RestrictionsRoute)
