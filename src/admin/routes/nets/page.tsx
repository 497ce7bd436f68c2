import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { NetsPage } from "../../domains/nets/sections/nets-page"
import { guarded } from "../../shared/guarded"

const NetsRoute = () => <NetsPage />

export const config = defineRouteConfig({
  label: "menu",
  icon: CreditCard,
  translationNs: "dkNetsPage",
})

export default guarded(NetsRoute)
