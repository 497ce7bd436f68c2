import type { CreateNotificationDTO, MedusaContainer } from "@medusajs/framework/types"
import type { Attempt } from "../../../modules/invoice/domain/delivery/delivery"
import { forgetMails, mailOnce as mailOnceAs, mailStatus } from "../../../shared/mail-once"
import type { MailStatus } from "../../../shared/mail-once"
import type { Knex } from "../../../shared/postgres"

export type Mail = Pick<CreateNotificationDTO, "to" | "template" | "data" | "content"> & {
  /** Ties the message to the order, so that whoever erases the buyer erases it. */
  orderId: string
  attachment: { filename: string; content_type: string; bytes: Buffer } | null
}

/** One message per delivery in all of Medusa's: its table allows the key once. */
const keyOf = (deliveryId: string): string => `dk-invoice-delivery:${deliveryId}`

const attemptOf = (status: MailStatus | null): Attempt | null => {
  if (status === "success") return { result: "delivered", code: "mailed" }
  return status === "pending" ? { result: "uncertain", code: "mail_interrupted" } : null
}

/** Removes Medusa's own note of the message, which holds the address. */
export const forgetMail = (
  connection: Knex | Knex.Transaction,
  deliveryId: string
): Promise<void> => forgetMails(connection, [keyOf(deliveryId)])

/** What is known of a message whose sender was killed. Null when it was never begun, or its provider refused it. */
export const mailAfterEnd = async (connection: Knex, deliveryId: string): Promise<Attempt | null> =>
  attemptOf(await mailStatus(connection, keyOf(deliveryId)))

/** Sends one mail through Medusa's notification module, once for ever. */
export const mailOnce = async (
  container: MedusaContainer,
  deliveryId: string,
  { orderId, attachment, ...mail }: Mail
): Promise<Attempt> => {
  const status = await mailOnceAs(container, keyOf(deliveryId), {
    ...mail,
    trigger_type: "dk_invoice.issued",
    resource_id: orderId,
    resource_type: "order",
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
  return attemptOf(status) ?? { result: "later", code: "mail_refused" }
}
