import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { OverviewPage } from "../../domains/access/sections/overview-page"

const PrivacyRoute = () => <OverviewPage />

export const config = defineRouteConfig({
  label: "menu.title",
  icon: ShieldCheck,
  translationNs: "dkPrivacy",
})

export default PrivacyRoute
