import { model } from "@medusajs/framework/utils"

/** Who an opaque key stands for. Erasing the person removes the row; the evidence stays, without a person. */
const ConsentSubject = model.define("dk_consent_subject", {
  id: model.id({ prefix: "dkcsub" }).primaryKey(),
  controller_id: model.text(),
  customer_id: model.text().nullable(),
  /** Lower case; of people without a customer row, and of a mailbox whose owner confirmed a sign-up. */
  email: model.text().nullable(),
})

export default ConsentSubject
