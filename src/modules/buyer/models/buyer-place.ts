import { model } from "@medusajs/framework/utils"

/** An EAN number an account orders to, with the name it stands for. */
const BuyerPlace = model.define("dk_buyer_place", {
  id: model.id({ prefix: "dkplc" }).primaryKey(),
  customer_id: model.text(),
  ean: model.text(),
  company_name: model.text(),
  accounting_reference: model.text().nullable(),
})

export default BuyerPlace
