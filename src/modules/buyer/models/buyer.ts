import { model } from "@medusajs/framework/utils"
import { BUYER_TYPES, COMPANY_FORMS } from "../domain/buyer-fields"

/** Who buys; belongs to exactly one customer (as default), cart or order. */
const Buyer = model.define("dk_buyer", {
  id: model.id({ prefix: "dkbuy" }).primaryKey(),
  customer_id: model.text().nullable(),
  cart_id: model.text().nullable(),
  order_id: model.text().nullable(),
  type: model.enum([...BUYER_TYPES]),
  country: model.text().nullable(),
  cvr: model.text().nullable(),
  vat_id: model.text().nullable(),
  registration_no: model.text().nullable(),
  ean: model.text().nullable(),
  company_name: model.text().nullable(),
  person_reference: model.text().nullable(),
  order_reference: model.text().nullable(),
  accounting_reference: model.text().nullable(),
  company_form: model.enum([...COMPANY_FORMS]).nullable(),
  /** A private buyer wants name and address on the invoice. */
  name_on_invoice: model.boolean().nullable(),
  register_status: model.enum(["valid", "invalid", "unverified"]).default("unverified"),
  register_checked_at: model.dateTime().nullable(),
  advertising_protected: model.boolean().nullable(),
})

export default Buyer
