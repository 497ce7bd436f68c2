import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AccessPage } from "../../../domains/access/sections/access-page"
import { guarded } from "../../../shared/guarded"

const AccessRoute = () => <AccessPage />

export const config = defineRouteConfig({
  label: "menu.access",
  translationNs: "dkPrivacy",
  rank: 6,
})

export default guarded(AccessRoute)
