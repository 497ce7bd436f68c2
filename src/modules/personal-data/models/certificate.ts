import { model } from "@medusajs/framework/utils"

/** Proof of one run of an erasure, without personal data: counts, dates, laws and ids. Never changed. */
const Certificate = model.define(
  { name: "personalDataCertificate", tableName: "dk_personal_data_certificate" },
  {
    id: model.id({ prefix: "dkcert" }).primaryKey(),
    erasure_id: model.text(),
    complete: model.boolean(),
    body: model.json(),
  }
)

export default Certificate
