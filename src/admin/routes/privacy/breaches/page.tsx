import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BreachesPage } from "../../../domains/breach/sections/breaches-page"

const BreachesRoute = () => <BreachesPage />

export const config = defineRouteConfig({
  label: "menu.breaches",
  translationNs: "dkPrivacy",
  rank: 0.55,
})

export default BreachesRoute
