import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceDocument, InvoiceModuleService } from "../../../modules/invoice"
import { addDelivery } from "../../../modules/invoice/delivery/deliveries"
import { readDocument } from "../../../modules/invoice/domain/canonical-text"
import { planDeliveries } from "../../../modules/invoice/domain/delivery/plan-deliveries"
import { errorName } from "../../../shared/errors"
import { hasNotificationProvider } from "../../../shared/notification-provider"
import { postgres, selectRows } from "../../../shared/postgres"
import { addressOfOrder } from "./mail-buyer"
import { transportFor } from "./send-einvoice"

type Waiting = {
  id: string
  invoice_id: string
  /** Null when the document has been released. */
  order_id: string | null
  content: string | null
}

const WAITING = `SELECT a.id, a.invoice_id, d.order_id, d.content FROM dk_invoice_announcement a
  LEFT JOIN dk_invoice_document d ON d.invoice_id = a.invoice_id
  WHERE a.id > ? AND (?::text[] IS NULL OR a.invoice_id = ANY(?::text[])) ORDER BY a.id LIMIT 100`

const plan = async (
  container: MedusaContainer,
  {
    invoiceId,
    orderId,
    document,
  }: { invoiceId: string; orderId: string; document: InvoiceDocument }
): Promise<void> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const hasMail =
    (await hasNotificationProvider(connection, "email")) &&
    Boolean(await addressOfOrder(container, orderId))
  const transport = transportFor(settings, document.series)?.kind ?? null
  for (const planned of planDeliveries(document, { transport, send: settings.send, hasMail })) {
    await addDelivery(connection, {
      ...planned,
      controller_id: settings.controller.id,
      invoice_id: invoiceId,
      order_id: orderId,
      format: null,
      asked_by: "system",
    })
  }
}

const announce = async (
  container: MedusaContainer,
  { id, invoice_id: invoiceId, order_id: orderId, content }: Waiting
): Promise<void> => {
  if (orderId !== null && content !== null) {
    await plan(container, { invoiceId, orderId, document: readDocument(content) })
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: "dk_invoice.issued", data: { id: invoiceId } })
  }
  await postgres(container).raw("DELETE FROM dk_invoice_announcement WHERE id = ?", [id])
}

/**
 * Tells of every document, or of those named, that was sealed and not told of: puts what is sent by itself among what waits and emits
 * `dk_invoice.issued { id }`, at least once. Killed at any line, the next run begins with the same document. Never throws
 * for a document.
 */
export const announceIssued = async (
  container: MedusaContainer,
  invoiceIds: string[] | null = null
): Promise<void> => {
  for (let after = ""; ;) {
    const bindings = [after, invoiceIds, invoiceIds]
    const waiting = await selectRows<Waiting>(postgres(container), WAITING, bindings)
    for (const document of waiting) {
      try {
        await announce(container, document)
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .warn(`dk-invoice: ${document.invoice_id} was not told of (${errorName(error)})`)
      }
    }
    const last = waiting.at(-1)
    if (!last) return
    after = last.id
  }
}
