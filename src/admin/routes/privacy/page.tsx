import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { DoctorSection } from "../../domains/access/sections/doctor-section"
import { OverviewPage } from "../../domains/personal-data/sections/overview-page"

const PrivacyRoute = () => (
  <div className="flex flex-col gap-y-3">
    <OverviewPage />
    <DoctorSection />
  </div>
)

export const config = defineRouteConfig({
  label: "menu.title",
  icon: ShieldCheck,
  translationNs: "dkPrivacy",
})

export default PrivacyRoute
