import { defineRouteConfig } from "@medusajs/admin-sdk"
import { StaffChecksPage } from "../../../domains/access/sections/staff-checks-page"
import { guarded } from "../../../shared/guarded"

const StaffChecksRoute = () => <StaffChecksPage />

export const config = defineRouteConfig({
  label: "menu.staffChecks",
  translationNs: "dkPrivacy",
  rank: 8,
})

export default guarded(StaffChecksRoute)
