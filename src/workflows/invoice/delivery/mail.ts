import type { CreateNotificationDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Attempt } from "../../../modules/invoice/domain/delivery/delivery"
import { postgres, selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

export type Mail = Pick<CreateNotificationDTO, "to" | "template" | "data" | "content"> & {
  /** Ties the message to the order, so that whoever erases the buyer erases it. */
  orderId: string
  attachment: { filename: string; content_type: string; bytes: Buffer } | null
}

/** One message per delivery in all of Medusa's: its table allows the key once. */
const keyOf = (deliveryId: string): string => `dk-invoice-delivery:${deliveryId}`

/** Whether Medusa has a provider that sends e-mail. */
export const hasMailProvider = async (connection: Knex): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    "SELECT 1 FROM notification_provider WHERE is_enabled AND deleted_at IS NULL AND 'email' = ANY(channels)"
  )
  return rows.length > 0
}

type Status = "success" | "pending" | "failure" | null

const statusOf = async (connection: Knex, deliveryId: string): Promise<Status> => {
  const [row] = await selectRows<{ status: Exclude<Status, null> }>(
    connection,
    "SELECT status FROM notification WHERE idempotency_key = ?",
    [keyOf(deliveryId)]
  )
  return row?.status ?? null
}

/** Removes Medusa's own note of the message, which holds the address. */
export const forgetMail = async (
  connection: Knex | Knex.Transaction,
  deliveryId: string
): Promise<void> => {
  await connection.raw("DELETE FROM notification WHERE idempotency_key = ?", [keyOf(deliveryId)])
}

/** What is known of a message whose sender was killed. Null when it was never begun, or its provider refused it. */
export const mailAfterEnd = async (
  connection: Knex,
  deliveryId: string
): Promise<Attempt | null> => {
  const status = await statusOf(connection, deliveryId)
  if (status === "success") return { result: "delivered", code: "mailed" }
  return status === "pending" ? { result: "uncertain", code: "mail_interrupted" } : null
}

const send = async (
  container: MedusaContainer,
  deliveryId: string,
  { orderId, attachment, ...mail }: Mail
): Promise<void> => {
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    ...mail,
    channel: "email",
    trigger_type: "dk_invoice.issued",
    resource_id: orderId,
    resource_type: "order",
    idempotency_key: keyOf(deliveryId),
    ...(attachment && {
      attachments: [
        {
          filename: attachment.filename,
          content_type: attachment.content_type,
          content: attachment.bytes.toString("base64"),
          disposition: "attachment",
        },
      ],
    }),
  })
}

/**
 * Sends one mail through Medusa's notification module, once for ever: Medusa writes the message down before its provider
 * is asked, under a key that is unique. A provider's error is a sure no; it may be tried again.
 */
export const mailOnce = async (
  container: MedusaContainer,
  deliveryId: string,
  mail: Mail
): Promise<Attempt> => {
  const connection = postgres(container)
  const before = await mailAfterEnd(connection, deliveryId)
  if (before) return before
  await forgetMail(connection, deliveryId)
  try {
    await send(container, deliveryId, mail)
  } catch {
    // The error may repeat the address. What came of it stands in Medusa's table.
  }
  const after = await mailAfterEnd(connection, deliveryId)
  return after ?? { result: "later", code: "mail_refused" }
}
