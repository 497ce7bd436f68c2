import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import type { EInvoiceFormat } from "../domain/ubl/check"
import type { DeliveryRow } from "./deliveries"

export type Payload = { format: EInvoiceFormat; content: string }

/** The bytes of a delivery as they were sent; null before. */
export const readPayload = async (
  connection: Knex | Knex.Transaction,
  deliveryId: string
): Promise<Payload | null> => {
  const [payload] = await selectRows<Payload>(
    connection,
    "SELECT format, content FROM dk_invoice_delivery_payload WHERE delivery_id = ?",
    [deliveryId]
  )
  return payload ?? null
}

/** Only beside its document, which cannot be released meanwhile. */
const KEEP = `
  INSERT INTO dk_invoice_delivery_payload (id, controller_id, delivery_id, invoice_id, order_id, format, content, sha256)
  SELECT ?, d.controller_id, ?, d.invoice_id, d.order_id, ?, ?, ?
  FROM (SELECT * FROM dk_invoice_document WHERE invoice_id = ? FOR KEY SHARE) d
  ON CONFLICT (delivery_id) DO NOTHING`

/**
 * Keeps the bytes of a delivery with its document, once: a later try sends the same.
 *
 * @returns what is kept; null when the document has been released
 */
export const keepPayload = async (
  connection: Knex,
  { id, invoice_id: invoiceId }: Pick<DeliveryRow, "id" | "invoice_id">,
  { format, content }: Payload
): Promise<Payload | null> => {
  const bindings = [generateEntityId("", "dkipay"), id, format, content, sha256(content), invoiceId]
  await connection.raw(KEEP, bindings)
  return readPayload(connection, id)
}
