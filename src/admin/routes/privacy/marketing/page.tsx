import { defineRouteConfig } from "@medusajs/admin-sdk"
import { AudienceSection } from "../../../domains/consent/sections/audience-section"
import { guarded } from "../../../shared/guarded"

const MarketingRoute = () => <AudienceSection />

export const config = defineRouteConfig({
  label: "menu",
  translationNs: "dkConsentAudience",
  rank: 5.5,
})

export default guarded(MarketingRoute)
