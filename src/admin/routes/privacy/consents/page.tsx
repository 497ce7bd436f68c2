import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ConsentsPage } from "../../../domains/consent/sections/consents-page"
import { guarded } from "../../../shared/guarded"

const ConsentsRoute = () => <ConsentsPage />

export const config = defineRouteConfig({
  label: "menu.consents",
  translationNs: "dkPrivacy",
  rank: 3.8,
})

export default guarded(ConsentsRoute)
