import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { createToken, verifyToken } from "../../shared/tokens"
import Invoice from "./models/invoice"
import InvoiceAnnouncement from "./models/invoice-announcement"
import InvoiceCause from "./models/invoice-cause"
import InvoiceDelivery from "./models/invoice-delivery"
import InvoiceDeliveryPayload from "./models/invoice-delivery-payload"
import InvoiceDocument from "./models/invoice-document"
import InvoiceExchangeRate from "./models/invoice-exchange-rate"
import InvoiceFinancialYear from "./models/invoice-financial-year"
import InvoiceKeep from "./models/invoice-keep"
import InvoiceReceiver from "./models/invoice-receiver"
import InvoiceSeries from "./models/invoice-series"
import { parseInvoiceOptions } from "./options"
import type { InvoiceSettings } from "./options"
import { readLook } from "./rendering/read-look"
import type { Look } from "./rendering/invoice-pdf"
import { registerInvoiceBlocks } from "./personal-data"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const TOKEN_PURPOSE = "order-invoices"

class InvoiceModuleService extends MedusaService({
  DkInvoice: Invoice,
  DkInvoiceAnnouncement: InvoiceAnnouncement,
  DkInvoiceCause: InvoiceCause,
  DkInvoiceDelivery: InvoiceDelivery,
  DkInvoiceDeliveryPayload: InvoiceDeliveryPayload,
  DkInvoiceDocument: InvoiceDocument,
  DkInvoiceExchangeRate: InvoiceExchangeRate,
  DkInvoiceFinancialYear: InvoiceFinancialYear,
  DkInvoiceKeep: InvoiceKeep,
  DkInvoiceReceiver: InvoiceReceiver,
  DkInvoiceSeries: InvoiceSeries,
}) {
  readonly settings: InvoiceSettings
  /** How the store's PDFs look. */
  readonly look: Look

  private readonly connection: Knex

  constructor(container: Dependencies, options?: Record<string, unknown>) {
    super(container, options)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.settings = parseInvoiceOptions(options)
    this.look = readLook(this.settings.logo)
    if (this.settings.mode === "own") registerInvoiceBlocks()
  }

  /** True when the order's sale has been invoiced, also after the document was released. */
  async hasIssued(
    orderId: string,
    connection: Knex | Knex.Transaction = this.connection
  ): Promise<boolean> {
    const causes = await selectRows(
      connection,
      "SELECT 1 FROM dk_invoice_cause WHERE order_id = ? AND cause = 'sale'",
      [orderId]
    )
    return causes.length > 0
  }

  /** What a guest shows to read the invoices of one order: for receipts and mails of the shop. */
  orderToken(orderId: string): Promise<string> {
    return Promise.resolve(createToken(this.settings.secrets, TOKEN_PURPOSE, orderId))
  }

  /** True when the token is the order's own. */
  isOrderToken(orderId: string, token: string | undefined): Promise<boolean> {
    return Promise.resolve(verifyToken(this.settings.secrets, TOKEN_PURPOSE, orderId, token))
  }
}

export default InvoiceModuleService
