import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../shared/postgres"
import type { Channel } from "./domain/notice-data"

const INSERT = `
  INSERT INTO dk_consent_use (id, controller_id, subject_key, purpose, channel, used_at)
  SELECT u.id, :controller, u.subject_key, :purpose, :channel, now()
  FROM unnest(:ids::text[], :keys::text[]) AS u (id, subject_key)
  ON CONFLICT DO NOTHING`

/** Writes that permissions are used: one use a person, purpose, channel and day in Denmark. */
export const recordUses = async (
  connection: Knex,
  controllerId: string,
  { keys, purpose, channel }: { keys: readonly string[]; purpose: string; channel: Channel }
): Promise<void> => {
  if (keys.length === 0) return
  await connection.raw(INSERT, {
    controller: controllerId,
    purpose,
    channel,
    ids: keys.map(() => generateEntityId("", "dkcuse")),
    keys: [...keys],
  })
}
