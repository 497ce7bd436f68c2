import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { OverviewPage } from "../../domains/access/sections/overview-page"
import { guarded } from "../../shared/guarded"

const PrivacyRoute = () => <OverviewPage />

export const config = defineRouteConfig({
  label: "menu.title",
  icon: ShieldCheck,
  translationNs: "dkPrivacy",
})

export default guarded(PrivacyRoute)
