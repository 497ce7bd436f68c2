import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RecipientsPage } from "../../../domains/subject-request/sections/recipients-page"
import { guarded } from "../../../shared/guarded"

const RecipientsRoute = () => <RecipientsPage />

export const config = defineRouteConfig({
  label: "menu.recipients",
  translationNs: "dkPrivacy",
  rank: 0.6,
})

export default guarded(RecipientsRoute)
