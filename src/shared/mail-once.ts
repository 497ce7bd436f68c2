import type { CreateNotificationDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { postgres, selectRows } from "./postgres"
import type { Knex } from "./postgres"

/** A mail or text message through Medusa's notification module; `trigger_type` and `resource_*` say what it is about. */
export type OneMail = Omit<CreateNotificationDTO, "channel" | "idempotency_key">

/** `pending`: the provider is being asked, or whoever asked it was killed: nobody knows. `failure`: it surely did not leave. */
export type MailStatus = "success" | "pending" | "failure"

/** What is known of a mail; null when it was never begun. */
export const mailStatus = async (
  connection: Knex | Knex.Transaction,
  key: string
): Promise<MailStatus | null> => {
  const [row] = await selectRows<{ status: MailStatus }>(
    connection,
    "SELECT status FROM notification WHERE idempotency_key = ?",
    [key]
  )
  return row?.status ?? null
}

/** Removes Medusa's own note of mails, which holds the address. */
export const forgetMails = async (
  connection: Knex | Knex.Transaction,
  keys: readonly string[]
): Promise<void> => {
  await connection.raw("DELETE FROM notification WHERE idempotency_key = ANY(?)", [[...keys]])
}

type Once = { channel: "email" | "sms"; key: string }

/**
 * Sends one notification, once for ever: Medusa writes it down before its provider is asked, under a key that is unique in
 * its table. A provider's error is a sure no; it may be tried again.
 *
 * @param once `key` is what makes it the same notification; no personal data
 */
export const notifyOnce = async (
  container: MedusaContainer,
  { channel, key }: Once,
  mail: OneMail
): Promise<MailStatus> => {
  const connection = postgres(container)
  const before = await mailStatus(connection, key)
  if (before === "success" || before === "pending") return before
  // Only what surely did not leave: another server may have begun it meanwhile.
  await connection.raw(
    "DELETE FROM notification WHERE idempotency_key = ? AND status = 'failure'",
    [key]
  )
  try {
    await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({ ...mail, channel, idempotency_key: key })
  } catch {
    // The error may repeat the address. What came of it stands in Medusa's table.
  }
  // A note that is gone says nothing of the mail.
  return (await mailStatus(connection, key)) ?? "pending"
}

/** Sends one mail, once for ever; see `notifyOnce`. */
export const mailOnce = (
  container: MedusaContainer,
  key: string,
  mail: OneMail
): Promise<MailStatus> => notifyOnce(container, { channel: "email", key }, mail)
