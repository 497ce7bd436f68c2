import { defineRouteConfig } from "@medusajs/admin-sdk"
import { FindingsPage } from "../../../domains/access/sections/findings-page"

const FindingsRoute = () => <FindingsPage />

export const config = defineRouteConfig({
  label: "menu.findings",
  translationNs: "dkPrivacy",
  rank: 7,
})

export default FindingsRoute
