import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE, renderInvoicePdf } from "../../../modules/invoice"
import type { InvoiceDocument, InvoiceModuleService } from "../../../modules/invoice"
import type { ClaimedDelivery } from "../../../modules/invoice/delivery/deliveries"
import type { Attempt } from "../../../modules/invoice/domain/delivery/delivery"
import { mailTextOf } from "../../../modules/invoice/domain/delivery/mail-texts"
import { postgres, selectRows } from "../../../shared/postgres"
import { shippedLocale } from "../../../shared/options"
import { isOrderClosed } from "../../personal-data"
import { isGuestOrder } from "../order-access"
import { mailAfterEnd, mailOnce } from "./mail"
import type { Mail } from "./mail"

/** Names of the templates that a store gives its provider of e-mail. */
const TEMPLATES = { invoice: "dk-invoice-issued", credit_note: "dk-credit-note-issued" } as const

type Order = { email: string | null; locale: string | null }

const readOrder = async (container: MedusaContainer, orderId: string): Promise<Order> => {
  const [order] = await selectRows<Order>(
    postgres(container),
    `SELECT email, locale FROM "order" WHERE id = ? AND deleted_at IS NULL`,
    [orderId]
  )
  return order ?? { email: null, locale: null }
}

/** The order's e-mail as it is now; null when nobody may be mailed about the order any more. */
export const addressOfOrder = async (
  container: MedusaContainer,
  orderId: string
): Promise<string | null> => {
  if (await isOrderClosed(container, orderId)) return null
  return (await readOrder(container, orderId)).email
}

/** A guest's link carries the order's token in its fragment, which no server sees; an account logs in. */
const linkOf = async (container: MedusaContainer, orderId: string): Promise<string> => {
  const service = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { storefrontUrl, page } = service.settings
  const address = `${storefrontUrl.replace(/\/$/, "")}${page}/${orderId}`
  if (!(await isGuestOrder(container, orderId))) return address
  return `${address}#token=${await service.orderToken(orderId)}`
}

const mailFor = async (
  container: MedusaContainer,
  { order_id: orderId, way }: ClaimedDelivery,
  document: InvoiceDocument
): Promise<Omit<Mail, "to">> => {
  const { settings, look } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const locale = shippedLocale(settings.locales, (await readOrder(container, orderId)).locale)
  const link = way === "link" ? await linkOf(container, orderId) : null
  const { subject, text } = mailTextOf(locale, { document, link })
  const { kind, number, issued_on, order_number, currency, totals, seller } = document
  const told = { locale, kind, number, issued_on, order_number, currency, shop: seller.name }
  return {
    orderId,
    template: TEMPLATES[kind],
    data: { ...told, total: totals.gross / 100, ...(link !== null && { link }) },
    content: { subject, text },
    attachment:
      link === null
        ? {
            filename: `${number}.pdf`,
            content_type: "application/pdf",
            bytes: Buffer.from(await renderInvoicePdf(document, locale, look)),
          }
        : null,
  }
}

/**
 * Mails a document to the order's address as it is now, or to one that staff typed.
 *
 * @param typed the typed address; it is nowhere but in this call, so without it a killed sending only ends
 */
export const mailBuyer = async (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  { document, typed }: { document: InvoiceDocument; typed: string | undefined }
): Promise<Attempt> => {
  if (delivery.recipient === "typed") {
    const ended = await mailAfterEnd(postgres(container), delivery.id)
    if (ended || typed === undefined) return ended ?? { result: "failed", code: "interrupted" }
    const mail = { ...(await mailFor(container, delivery, document)), to: typed }
    const attempt = await mailOnce(container, delivery.id, mail)
    return attempt.result === "later" ? { ...attempt, result: "failed" } : attempt
  }
  if (document.series === "test") return { result: "failed", code: "test_document" }
  const to = await addressOfOrder(container, delivery.order_id)
  if (!to) return { result: "failed", code: "nobody_to_mail" }
  const mail = { ...(await mailFor(container, delivery, document)), to }
  return mailOnce(container, delivery.id, mail)
}
