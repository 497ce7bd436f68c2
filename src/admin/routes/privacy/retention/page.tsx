import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RetentionPage } from "../../../domains/personal-data/sections/retention-page"
import { guarded } from "../../../shared/guarded"

const RetentionRoute = () => <RetentionPage />

export const config = defineRouteConfig({
  label: "menu.retention",
  translationNs: "dkPrivacy",
  rank: 3.52,
})

export default guarded(RetentionRoute)
