import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReplaysPage } from "../../../domains/personal-data/sections/replays-page"
import { guarded } from "../../../shared/guarded"

const ReplaysRoute = () => <ReplaysPage />

export const config = defineRouteConfig({
  label: "menu.replays",
  translationNs: "dkPrivacy",
  rank: 12,
})

export default guarded(ReplaysRoute)
