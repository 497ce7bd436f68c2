import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RequestsPage } from "../../../domains/subject-request/sections/requests-page"
import { guarded } from "../../../shared/guarded"

const RequestsRoute = () => <RequestsPage />

export const config = defineRouteConfig({
  label: "menu.requests",
  translationNs: "dkPrivacy",
  rank: 0.5,
})

export default guarded(RequestsRoute)
