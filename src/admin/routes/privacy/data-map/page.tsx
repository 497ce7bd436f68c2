import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DataMapPage } from "../../../domains/personal-data/sections/data-map-page"
import { guarded } from "../../../shared/guarded"

const DataMapRoute = () => <DataMapPage />

export const config = defineRouteConfig({
  label: "menu.map",
  translationNs: "dkPrivacy",
  rank: 4,
})

export default guarded(DataMapRoute)
