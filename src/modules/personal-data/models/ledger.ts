import { model } from "@medusajs/framework/utils"

/** Written before anything is erased, so that an erasure can be done again after a restored backup. No personal data. */
const Ledger = model.define(
  { name: "personalDataLedger", tableName: "dk_personal_data_ledger" },
  {
    id: model.id({ prefix: "dkledg" }).primaryKey(),
    erasure_id: model.text(),
    customer_ids: model.array(),
    order_ids: model.array(),
    cart_ids: model.array(),
    /** `{ kind, key_id, digest }` of e-mails, keyed with the shop's secret. */
    digests: model.json(),
    /** Rows made later are somebody's who came back. */
    erased_before: model.dateTime().nullable(),
  }
)

export default Ledger
