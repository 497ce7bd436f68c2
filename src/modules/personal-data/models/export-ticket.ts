import { model } from "@medusajs/framework/utils"

/** Lets a browser download one export once, within a minute. The id is the SHA-256 of the ticket. */
const ExportTicket = model.define(
  { name: "personalDataExportTicket", tableName: "dk_personal_data_export_ticket" },
  {
    id: model.text().primaryKey(),
    /** Subject, profile and locale. */
    request: model.json(),
    /** Id of the user who asked. */
    requested_by: model.text(),
    expires_at: model.dateTime(),
  }
)

export default ExportTicket
