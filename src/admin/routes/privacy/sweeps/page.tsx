import { defineRouteConfig } from "@medusajs/admin-sdk"
import { SweepsPage } from "../../../domains/personal-data/sections/sweeps-page"
import { guarded } from "../../../shared/guarded"

const SweepsRoute = () => <SweepsPage />

export const config = defineRouteConfig({
  label: "menu.sweeps",
  translationNs: "dkPrivacy",
  rank: 3.54,
})

export default guarded(SweepsRoute)
