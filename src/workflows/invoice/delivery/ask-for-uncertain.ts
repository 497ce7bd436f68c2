import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { settleDelivery } from "../../../modules/invoice/delivery/deliveries"
import type { TransportSettings } from "../../../modules/invoice/delivery/options"
import { askProvider } from "../../../modules/invoice/delivery/transports/webhook"
import { claimUncertain, sendAnew } from "../../../modules/invoice/delivery/uncertain"
import type { UncertainDelivery } from "../../../modules/invoice/delivery/uncertain"
import { hidingValues, postgres } from "../../../shared/postgres"
import { transportFor } from "./send-einvoice"

/** Where what became of a post is asked for; undefined when it is not. */
const inquiryOf = (transport: TransportSettings | undefined) =>
  transport?.kind === "webhook" && transport.statusUrl !== undefined
    ? { provider: transport, statusUrl: transport.statusUrl }
    : undefined

const askFor = async (
  container: MedusaContainer,
  { id, series }: UncertainDelivery
): Promise<void> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const inquiry = inquiryOf(transportFor(settings, series))
  if (!inquiry) return
  const outcome = await askProvider(inquiry.provider, inquiry.statusUrl, id)
  const connection = postgres(container)
  if (outcome.result === "uncertain") return
  if (outcome.result === "later") return sendAnew(connection, id, outcome.code)
  await hidingValues(
    connection.transaction((transaction) => settleDelivery(transaction, id, outcome))
  )
}

/**
 * Asks the provider what became of e-invoices that were posted without an answer. Only its word that it never got one
 * sends that one anew; without an answer it stays uncertain, and staff can decide at any time.
 */
export const askForUncertain = async (container: MedusaContainer): Promise<void> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const series = ["live", "test"] as const
  if (!series.some((each) => inquiryOf(transportFor(settings, each)))) return
  for (const delivery of await claimUncertain(postgres(container))) {
    await askFor(container, delivery)
  }
}
