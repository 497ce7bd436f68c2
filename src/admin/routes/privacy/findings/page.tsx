import { defineRouteConfig } from "@medusajs/admin-sdk"
import { FindingsPage } from "../../../domains/access/sections/findings-page"
import { guarded } from "../../../shared/guarded"

const FindingsRoute = () => <FindingsPage />

export const config = defineRouteConfig({
  label: "menu.findings",
  translationNs: "dkPrivacy",
  rank: 7,
})

export default guarded(FindingsRoute)
