import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  ContainerRegistrationKeys,
  PaymentActions,
} from "@medusajs/framework/utils"
import { registerCapture } from "../../modules/invoice/on-account/captures"
import { ON_ACCOUNT_IDENTIFIER } from "../../modules/invoice/on-account/provider"
import {
  recordSession,
  releaseOnAccount,
  reserveOnAccount,
} from "../../modules/invoice/on-account/sessions"
import { notAllowed, unexpected } from "../../shared/errors"
import type { Knex } from "../../shared/postgres"

type Cradle = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** A session's data holds nothing but its id: whoever reads a cart reads it too. */
const dataOf = (data: Record<string, unknown> | undefined): Record<string, unknown> =>
  typeof data?.session_id === "string" ? { session_id: data.session_id } : {}

/**
 * Pay on invoice (`pp_ean-invoice_ean-invoice`). Authorising moves no money: it checks once more who buys and takes
 * the amount of the account's limit. A capture is a payment that came in, and refused when nobody registered one.
 */
class EanInvoicePaymentProvider extends AbstractPaymentProvider {
  static override identifier = ON_ACCOUNT_IDENTIFIER

  private readonly connection: Knex

  constructor(cradle: Cradle, options?: Record<string, unknown>) {
    super(cradle, options)
    this.connection = cradle[ContainerRegistrationKeys.PG_CONNECTION]
  }

  async initiatePayment({ data, context }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const { session_id: id } = dataOf(data)
    if (typeof id !== "string") throw unexpected("The payment session has no id")
    await recordSession(this.connection, id, context?.customer?.id ?? null)
    return { id, status: "pending", data: { session_id: id } }
  }

  /**
   * Judges the purchase again, from facts, and takes its amount of the account's limit.
   *
   * @throws MedusaError not_allowed with the reason as code
   */
  async authorizePayment({
    data,
    context,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const id = context?.idempotency_key ?? dataOf(data).session_id
    const decision = await reserveOnAccount(this.connection, String(id))
    if (!decision.ok) throw notAllowed(decision.reason.code, decision.reason.message)
    return { status: "authorized", data: dataOf(data) }
  }

  async capturePayment({ data, context }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const capture = context?.idempotency_key ?? ""
    if (!(await registerCapture(this.connection, capture, new Date()))) {
      const message = "What was bought on invoice is paid when staff registers the payment."
      throw notAllowed("payment_not_registered", message)
    }
    return { data: dataOf(data) }
  }

  /** The shop pays back from its own bank; Medusa's refund says that it has. */
  async refundPayment({ data }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return Promise.resolve({ data: dataOf(data) })
  }

  async cancelPayment({ data, context }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const id = context?.idempotency_key ?? dataOf(data).session_id
    await releaseOnAccount(this.connection, String(id))
    return { data: dataOf(data) }
  }

  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    await releaseOnAccount(this.connection, String(dataOf(data).session_id))
    return {}
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return Promise.resolve({ data: dataOf(data) })
  }

  /** Nobody outside the store knows more of the payment than the store. */
  async getPaymentStatus(): Promise<GetPaymentStatusOutput> {
    return Promise.resolve({ status: "authorized" })
  }

  async updatePayment({ data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return Promise.resolve({ data: dataOf(data) })
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })
  }
}

export default EanInvoicePaymentProvider
