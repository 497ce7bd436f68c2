import { defineRouteConfig } from "@medusajs/admin-sdk"
import { NoticesPage } from "../../../domains/consent/sections/notices-page"
import { guarded } from "../../../shared/guarded"

const NoticesRoute = () => <NoticesPage />

export const config = defineRouteConfig({
  label: "menu.notices",
  translationNs: "dkPrivacy",
  rank: 3.6,
})

export default guarded(NoticesRoute)
