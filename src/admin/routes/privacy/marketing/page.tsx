import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AudienceSection } from "../../../domains/consent/sections/audience-section"

const MarketingRoute = () => <AudienceSection />

export const config = defineRouteConfig({
  label: "menu",
  translationNs: "dkConsentAudience",
  rank: 5.5,
})

export default MarketingRoute
