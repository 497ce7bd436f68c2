import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AccessPage } from "../../../domains/access/sections/access-page"

const AccessRoute = () => <AccessPage />

export const config = defineRouteConfig({
  label: "menu.access",
  translationNs: "dkPrivacy",
  rank: 6,
})

export default AccessRoute
