import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { DoctorSection } from "../../domains/access/sections/doctor-section"
import { UnlimitedNotice } from "../../domains/access/sections/unlimited-notice"
import { OverviewPage } from "../../domains/personal-data/sections/overview-page"

const PrivacyRoute = () => (
  <div className="flex flex-col gap-y-3">
    <UnlimitedNotice isLinked />
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
