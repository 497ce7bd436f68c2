import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentSessionStatus,
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
import type { NetsModuleService } from "../../modules/nets"
import { readTime } from "../../modules/nets/domain/read"
import { pageLanguage } from "../../modules/nets/domain/language"
import { checkoutScript } from "../../modules/nets/domain/page-hosts"
import { refundedOrPending, stateOf } from "../../modules/nets/domain/payment-state"
import type { NetsPayment, PaymentState } from "../../modules/nets/domain/payment-state"
import {
  openedSessionData,
  readSessionData,
  sessionDataOf,
} from "../../modules/nets/domain/session-data"
import type { SessionReference } from "../../modules/nets/domain/session-data"
import { NETS_MODULE } from "../../modules/nets/key"
import type { MoneyTable } from "../../modules/nets/booked-rows"
import { dropSession, releaseReservation } from "../../modules/nets/move-money"
import { moveRecorded, paymentLock } from "../../modules/nets/move-recorded"
import { isReleased, recordOpened, recordRelease, recordSeen } from "../../modules/nets/record-seen"
import { readSessionFacts } from "../../modules/nets/session-facts"
import { wiringError } from "../../modules/nets/wiring"
import { notAllowed, unexpected } from "../../shared/errors"
import { toMinorUnits } from "../../shared/money"
import { whileLocked } from "../../shared/session-locks"
import type { Knex } from "../../shared/postgres"
import { parseProviderOptions } from "./options"
import type { NetsProviderInput, NetsProviderOptions } from "./options"
import { paymentBody } from "./payment-body"
import { readSale } from "./read-sale"
import type { Query } from "./read-sale"

type Cradle = Record<string, unknown>

/** A dependency of the payment module; awilix throws its own error for one that is not there. */
const dependency = (cradle: Cradle, key: string): unknown => {
  const value = ((): unknown => {
    try {
      return cradle[key]
    } catch {
      return undefined
    }
  })()
  if (!value) throw wiringError(key)
  return value
}

const STATUS: Record<Exclude<PaymentState["status"], "mismatch">, PaymentSessionStatus> = {
  pending: "requires_more",
  requires_more: "requires_more",
  authorized: "authorized",
  captured: "captured",
  canceled: "canceled",
}

/**
 * Payments on Nets' hosted page (`pp_nets_nets`). Thin: accounts, secrets and the client belong to the module
 * `dk_nets`; webhooks come in at `POST /hooks/nets/:session_id`, never through Medusa's own webhook route.
 */
class NetsPaymentProvider extends AbstractPaymentProvider<NetsProviderInput> {
  static override identifier = "nets"

  private readonly nets: NetsModuleService
  private readonly query: Query
  private readonly connection: Knex
  private readonly options: NetsProviderOptions

  static override validateOptions(options: Record<string, unknown>): void {
    parseProviderOptions(options)
  }

  constructor(cradle: Cradle, options?: NetsProviderInput) {
    super(cradle, options)
    this.nets = dependency(cradle, NETS_MODULE) as NetsModuleService
    this.query = dependency(cradle, "query") as Query
    this.connection = dependency(cradle, ContainerRegistrationKeys.PG_CONNECTION) as Knex
    this.options = parseProviderOptions(options)
  }

  /**
   * Opens a payment at Nets and gives what the storefront needs to show it: the hosted page as `data.hosted_url`,
   * or the embedded checkout's key and script.
   */
  async initiatePayment({
    amount,
    currency_code: currency,
    data,
    context,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const sessionId = readSessionData(data).session_id ?? context?.idempotency_key
    if (sessionId === undefined) throw unexpected("Nets: the payment session has no id")
    const { account: accountName } = this.options
    const account = this.nets.account(accountName)
    const sale = await readSale(this.connection, this.query, sessionId)
    const { settings } = this.nets
    const wish = typeof data?.language === "string" ? data.language : sale?.locale
    const language = pageLanguage(wish, settings.locales[0] ?? "da")
    // A storefront's data is cut before it is stored, so a date comes from a payment link only.
    const expires = readTime(data?.expires_at)
    const payment = { session_id: sessionId, amount, currency, sale, language, expires_at: expires }
    // A link is opened from a mail, outside the shop's own page.
    const hosted = expires !== undefined && { integration: "hosted" as const }
    const body = paymentBody(settings, { ...account, ...this.options, ...hosted }, payment)
    const { hosted_url: page, ...created } = await this.nets.client(accountName).create(body)
    const checkout =
      page === undefined
        ? {
            checkout_key: account.checkoutKey,
            checkout_script: checkoutScript(account.environment, account.emulatorUrl),
          }
        : { hosted_url: page }
    const { capture } = this.options
    const opened = {
      ...(expires !== undefined && { expires_at: expires }),
      ...created,
      session_id: sessionId,
      account: accountName,
      capture,
    }
    const asked = { amount: body.order.amount, currency: body.order.currency }
    await recordOpened(this.connection, {
      session_id: sessionId,
      payment_id: created.payment_id,
      account: accountName,
      environment: account.environment,
      ...asked,
      auto_charge: body.checkout.charge,
      ...(opened.expires_at !== undefined && { expires_at: opened.expires_at }),
    })
    return {
      id: created.payment_id,
      status: "pending",
      data: openedSessionData({ ...opened, ...asked }, { ...checkout, language }),
    }
  }

  /** Compares the fetched payment with the session and the amount to pay now, exactly. */
  async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const { reference, payment } = await this.fetch(data)
    const found = await readSessionFacts(this.connection, reference.session_id ?? "")
    if (!found) throw unexpected("Nets: the payment session is gone")
    const { amount, currency, collection_amount: due } = found.facts
    const { status } = stateOf(payment, { amount, currency, now: new Date() })
    if (await isReleased(this.connection, reference.session_id ?? "")) {
      throw notAllowed("nets_released", "The payment is being given back; a new one is needed.")
    }
    if (status === "mismatch" || amount !== due) {
      throw notAllowed("nets_amount_mismatch", "The paid amount is not the amount to pay.")
    }
    if (payment.my_reference !== reference.session_id) {
      throw notAllowed("nets_foreign_payment", "The payment belongs to another session.")
    }
    const paid = status === "authorized" || status === "captured"
    if (paid && refundedOrPending(payment) > 0) {
      throw notAllowed("nets_refunded", "The payment was refunded; a new one is needed.")
    }
    if (status === "pending") {
      // The shopper is still on the payment page, so its address stays.
      return { status: STATUS.pending, data: { ...data } }
    }
    return { status: STATUS[status], data: sessionDataOf(reference, payment, status) }
  }

  /** Charges the amount of Medusa's capture row; the whole of it is charged once, however often it is asked. */
  async capturePayment({ data, context }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return this.moveMoney("capture", data, context?.idempotency_key)
  }

  async refundPayment({ data, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return this.moveMoney("refund", data, context?.idempotency_key)
  }

  /** Releases the reservation. */
  async cancelPayment({ data, context }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const reference = readSessionData(data)
    if (reference.payment_id === undefined) return { data: { ...data } }
    const found = await readSessionFacts(this.connection, reference.session_id ?? "")
    // Without a payment's id Medusa reverts an authorisation that failed; when another one has succeeded in
    // the meantime, the money belongs to that one.
    if (context?.idempotency_key === undefined && found?.facts.has_payment) {
      return { data: { ...data } }
    }
    const client = this.nets.client(reference.account)
    const { payment_id: paymentId, session_id: sessionId = "" } = reference
    await recordRelease(this.connection, sessionId)
    const payment = await whileLocked(this.connection, paymentLock(paymentId), () =>
      releaseReservation(client, paymentId)
    )
    await recordSeen(this.connection, reference, payment)
    return { data: sessionDataOf(reference, payment, "canceled") }
  }

  /** Ends an open checkout; refuses to drop a session whose money is reserved or charged. */
  async deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const { account, payment_id: paymentId } = readSessionData(data)
    if (paymentId !== undefined) await dropSession(this.nets.client(account), paymentId)
    return {}
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { reference, payment } = await this.fetch(data)
    return { data: sessionDataOf(reference, payment, this.statusOf(payment)) }
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const { payment } = await this.fetch(data)
    const status = this.statusOf(payment)
    return { status: status === "mismatch" ? "error" : STATUS[status] }
  }

  /** A payment at Nets keeps its amount; a changed one needs a new session. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const amount = toMinorUnits(input.amount, input.currency_code)
    const same =
      input.data?.amount === amount && input.data.currency === input.currency_code.toUpperCase()
    if (!same) throw notAllowed("nets_new_session", "A changed amount needs a new payment session.")
    return Promise.resolve({ data: { ...input.data } })
  }

  /** Nets' webhooks have a route of their own; what comes in here does nothing and calls nobody. */
  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED })
  }

  private async fetch(
    data: Record<string, unknown> | undefined
  ): Promise<{ reference: SessionReference; payment: NetsPayment }> {
    const reference = readSessionData(data)
    if (reference.payment_id === undefined) {
      throw notAllowed("nets_no_payment", "The session has no payment at Nets.")
    }
    const payment = await this.nets.client(reference.account).retrieve(reference.payment_id)
    await recordSeen(this.connection, reference, payment)
    return { reference, payment }
  }

  private statusOf(payment: NetsPayment): PaymentState["status"] {
    const { amount = 0, currency = "" } = payment
    return stateOf(payment, { amount, currency, now: new Date() }).status
  }

  private async moveMoney(
    table: MoneyTable,
    data: Record<string, unknown> | undefined,
    row: string | undefined
  ): Promise<{ data: Record<string, unknown> }> {
    const reference = readSessionData(data)
    const { payment_id: paymentId } = reference
    if (paymentId === undefined || row === undefined) {
      throw notAllowed("nets_no_payment", "The session has no payment at Nets.")
    }
    const client = this.nets.client(reference.account)
    const move = { reference, client, table, row }
    const payment = await moveRecorded(this.connection, paymentId, move)
    if (!payment) return { data: { ...data } }
    return { data: sessionDataOf(reference, payment, this.statusOf(payment)) }
  }
}

export default NetsPaymentProvider
