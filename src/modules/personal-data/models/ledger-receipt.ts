import { model } from "@medusajs/framework/utils"

/** That a row of the ledger stands outside the database too. The id is the row's. */
const LedgerReceipt = model.define(
  { name: "personalDataLedgerReceipt", tableName: "dk_personal_data_ledger_receipt" },
  { id: model.text().primaryKey() }
)

export default LedgerReceipt
