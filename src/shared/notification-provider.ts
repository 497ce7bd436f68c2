import { selectRows } from "./postgres"
import type { Knex } from "./postgres"

/** Whether Medusa's notification module has a provider for a channel: `email`, or `feed` for what staff sees in Admin. */
export const hasNotificationProvider = async (
  connection: Knex,
  channel: "email" | "feed" | "sms"
): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    "SELECT 1 FROM notification_provider WHERE is_enabled AND deleted_at IS NULL AND ? = ANY(channels)",
    [channel]
  )
  return rows.length > 0
}
