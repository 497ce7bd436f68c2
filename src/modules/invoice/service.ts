import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { createToken, verifyToken } from "../../shared/tokens"
import Invoice from "./models/invoice"
import InvoiceAccount from "./models/invoice-account"
import InvoiceArchive from "./models/invoice-archive"
import InvoiceArchiveKeep from "./models/invoice-archive-keep"
import InvoiceAnnouncement from "./models/invoice-announcement"
import InvoiceCause from "./models/invoice-cause"
import InvoiceDelivery from "./models/invoice-delivery"
import InvoiceDeliveryPayload from "./models/invoice-delivery-payload"
import InvoiceDocument from "./models/invoice-document"
import InvoiceExchangeRate from "./models/invoice-exchange-rate"
import InvoiceExternal from "./models/invoice-external"
import InvoiceExternalKeep from "./models/invoice-external-keep"
import InvoiceFinancialYear from "./models/invoice-financial-year"
import InvoiceKeep from "./models/invoice-keep"
import InvoiceOnAccount from "./models/invoice-on-account"
import InvoicePaymentReceived from "./models/invoice-payment-received"
import InvoiceRequest from "./models/invoice-request"
import InvoiceReceiver from "./models/invoice-receiver"
import InvoiceSeries from "./models/invoice-series"
import { parseInvoiceOptions } from "./options"
import type { InvoiceSettings } from "./options"
import { readLook } from "./rendering/read-look"
import type { Look } from "./rendering/invoice-pdf"
import { registerInvoiceBlocks } from "./personal-data"
import { IS_CURRENT } from "./sealing/kept-tables"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const TOKEN_PURPOSE = "order-invoices"

class InvoiceModuleService extends MedusaService({
  DkInvoice: Invoice,
  DkInvoiceAccount: InvoiceAccount,
  DkInvoiceArchive: InvoiceArchive,
  DkInvoiceArchiveKeep: InvoiceArchiveKeep,
  DkInvoiceAnnouncement: InvoiceAnnouncement,
  DkInvoiceCause: InvoiceCause,
  DkInvoiceDelivery: InvoiceDelivery,
  DkInvoiceDeliveryPayload: InvoiceDeliveryPayload,
  DkInvoiceDocument: InvoiceDocument,
  DkInvoiceExchangeRate: InvoiceExchangeRate,
  DkInvoiceExternal: InvoiceExternal,
  DkInvoiceExternalKeep: InvoiceExternalKeep,
  DkInvoiceFinancialYear: InvoiceFinancialYear,
  DkInvoiceKeep: InvoiceKeep,
  DkInvoiceOnAccount: InvoiceOnAccount,
  DkInvoicePaymentReceived: InvoicePaymentReceived,
  DkInvoiceRequest: InvoiceRequest,
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
    registerInvoiceBlocks(this.settings)
  }

  /** True when the order's sale has been invoiced, here or elsewhere, also after the document was released. */
  async hasIssued(
    orderId: string,
    connection: Knex | Knex.Transaction = this.connection
  ): Promise<boolean> {
    const causes = await selectRows(
      connection,
      `SELECT 1 FROM dk_invoice_cause WHERE order_id = :orderId AND cause = 'sale'
       UNION ALL SELECT 1 FROM dk_invoice_request WHERE order_id = :orderId AND cause = 'sale' AND answered_by IS NOT NULL
       UNION ALL SELECT 1 FROM dk_invoice_external e WHERE e.order_id = :orderId AND e.kind = 'invoice' AND ${IS_CURRENT}`,
      { orderId }
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
