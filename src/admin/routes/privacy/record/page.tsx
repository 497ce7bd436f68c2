import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RecordPage } from "../../../domains/personal-data/sections/record-page"
import { guarded } from "../../../shared/guarded"

const RecordRoute = () => <RecordPage />

export const config = defineRouteConfig({
  label: "menu.record",
  translationNs: "dkPrivacy",
  rank: 5,
})

export default guarded(RecordRoute)
