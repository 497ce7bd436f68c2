import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"

type RecordTextRow = { version: number; security: string; created_at: Date }

/** What staff last wrote of the store's security; undefined while it is the plugin's text. */
export const findRecordText = async (
  connection: Knex | Knex.Transaction,
  controllerId: string
): Promise<RecordTextRow | undefined> => {
  const [row] = await selectRows<RecordTextRow>(
    connection,
    `SELECT version, security, created_at FROM dk_personal_data_record_text
      WHERE controller_id = ? ORDER BY version DESC LIMIT 1`,
    [controllerId]
  )
  return row
}

/** Writes a new version; the ones before it stay. The text that stands already is written once. */
export const addRecordText = (
  connection: Knex,
  {
    controllerId,
    security,
    writtenBy,
  }: { controllerId: string; security: string; writtenBy: string }
): Promise<void> =>
  withLock(connection, "dk_personal_data_record_text", async (transaction) => {
    const latest = await findRecordText(transaction, controllerId)
    if (latest?.security === security) return
    await transaction("dk_personal_data_record_text").insert({
      id: generateEntityId(undefined, "dkrect"),
      controller_id: controllerId,
      version: (latest?.version ?? 0) + 1,
      security,
      written_by: writtenBy,
    })
  })
