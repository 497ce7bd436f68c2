import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReplaysPage } from "../../../domains/personal-data/sections/replays-page"

const ReplaysRoute = () => <ReplaysPage />

export const config = defineRouteConfig({
  label: "menu.replays",
  translationNs: "dkPrivacy",
  rank: 12,
})

export default ReplaysRoute
