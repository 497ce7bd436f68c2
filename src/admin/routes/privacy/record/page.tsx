import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RecordPage } from "../../../domains/personal-data/sections/record-page"

const RecordRoute = () => <RecordPage />

export const config = defineRouteConfig({
  label: "menu.record",
  translationNs: "dkPrivacy",
  rank: 5,
})

export default RecordRoute
