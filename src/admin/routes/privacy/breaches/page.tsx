import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BreachesPage } from "../../../domains/breach/sections/breaches-page"
import { guarded } from "../../../shared/guarded"

const BreachesRoute = () => <BreachesPage />

export const config = defineRouteConfig({
  label: "menu.breaches",
  translationNs: "dkPrivacy",
  rank: 0.55,
})

export default guarded(BreachesRoute)
