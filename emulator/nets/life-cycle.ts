import { bare, badRequest, coded } from "./errors"
import { charged, consumer, isOpen, newId, refunded, serviceTime } from "./state"
import type { Charge, OrderItem, Payment, Refund, RefundState } from "./state"
import { AMOUNT_SENTENCE } from "./validate"
import type { WebhookSender } from "./webhooks"

type Body = { amount: number; items: OrderItem[] | undefined }

/** What may happen to a payment, and the events it sends. */
export class LifeCycle {
  constructor(
    private readonly sender: WebhookSender,
    private readonly now: () => number,
    private readonly newRefundState: RefundState
  ) {}

  created(payment: Payment): void {
    this.sender.emit(payment, "payment.created", {
      order: this.orderOf(payment),
      ...this.myReference(payment),
    })
  }

  /** The shopper pays. An account-to-account method is charged at once and reserves nothing. */
  pay(payment: Payment, paymentMethod: "Visa" | "MobilePay" | "Swish"): void {
    if (!isOpen(payment, this.now())) throw bare(409)
    const types = { Visa: "CARD", MobilePay: "WALLET", Swish: "A2A" }
    payment.method = { paymentType: types[paymentMethod], paymentMethod }
    const { amount } = payment.order
    if (paymentMethod === "Swish") {
      this.addCharge(payment, amount, payment.order.items)
    } else {
      payment.reserved = amount
      this.reserved(payment)
    }
    this.sender.emit(payment, "payment.checkout.completed", {
      order: this.orderOf(payment),
      consumer,
      ...this.myReference(payment),
    })
    if (payment.checkout.charge && charged(payment) === 0) {
      this.addCharge(payment, amount, payment.order.items)
    }
  }

  /** The card is refused; the shopper may try again. */
  refuse(payment: Payment): void {
    if (!isOpen(payment, this.now())) throw bare(409)
    this.sender.emit(payment, "payment.reservation.failed", {
      amount: this.money(payment, payment.order.amount),
      orderItems: payment.order.items,
      error: { code: "33", message: "Refused by issuer", source: "Issuer" },
      ...this.myReference(payment),
    })
  }

  charge(payment: Payment, body: Body): Charge {
    const left = payment.reserved - payment.cancelled - charged(payment)
    if (payment.reserved === 0) throw coded(402, 1003, "Not reserved")
    if (payment.cancelled >= payment.reserved) throw coded(402, 1019, "Already cancelled")
    if (left === 0) throw coded(402, 1008, "Already charged")
    if (body.amount > left) throw coded(402, 1001, "Overcharge")
    if (body.items === undefined && body.amount !== payment.order.amount) {
      throw coded(402, 1015, "Order items missing")
    }
    return this.addCharge(payment, body.amount, body.items ?? payment.order.items)
  }

  refundCharge(payment: Payment, charge: Charge, body: Body): Refund {
    if (body.amount > charge.amount - charge.refunded) {
      throw coded(500, 1009, "Invalid refund amount")
    }
    if (body.items === undefined && body.amount !== charge.amount) {
      throw coded(500, 1015, "Order items missing")
    }
    return this.addRefund(payment, charge, body.amount, body.items ?? charge.orderItems)
  }

  refundPayment(payment: Payment, body: Body): Refund {
    const [first] = payment.charges
    const open = charged(payment) - refunded(payment, ["Completed", "Pending"])
    if (!first) throw coded(500, 1011, "Charge not found")
    if (body.amount > open) throw coded(500, 1009, "Invalid refund amount")
    if (body.items === undefined && body.amount !== charged(payment)) {
      throw coded(500, 1015, "Order items missing")
    }
    const holder = payment.charges.find((charge) => charge.amount - charge.refunded >= body.amount)
    return this.addRefund(payment, holder ?? first, body.amount, body.items ?? first.orderItems)
  }

  settleRefund(payment: Payment, refund: Refund, state: "Completed" | "Failed"): void {
    if (refund.state !== "Pending") throw bare(409)
    refund.state = state
    refund.lastUpdated = serviceTime(this.now())
    const charge = payment.charges.find(({ chargeId }) => chargeId === refund.chargeId)
    if (charge && state === "Failed") charge.refunded -= refund.amount
    const data = { refundId: refund.refundId, amount: this.money(payment, refund.amount) }
    if (state === "Completed") this.sender.emit(payment, "payment.refund.completed", data)
    else {
      const error = { code: "1014", message: "Refund failed", source: "Internal" }
      this.sender.emit(payment, "payment.refund.failed", { ...data, error })
    }
  }

  cancel(payment: Payment, body: Body): void {
    const left = payment.reserved - payment.cancelled - charged(payment)
    if (payment.reserved === 0) throw coded(500, 1003, "Not reserved")
    if (left === 0) throw coded(500, payment.cancelled > 0 ? 1019 : 1008, "Nothing to cancel")
    if (body.amount > left) throw badRequest({ amount: [AMOUNT_SENTENCE] })
    if (body.items === undefined && body.amount !== left) {
      throw coded(500, 1015, "Order items missing")
    }
    payment.cancelled += body.amount
    const cancelId = newId()
    const data = {
      cancelId,
      orderItems: body.items ?? payment.order.items,
      amount: this.money(payment, body.amount),
      ...this.myReference(payment),
    }
    this.sender.emit(payment, "payment.cancel.created", data, cancelId)
  }

  terminate(payment: Payment): void {
    if (!isOpen(payment, this.now())) throw bare(409)
    payment.terminated = serviceTime(this.now())
  }

  private reserved(payment: Payment): void {
    const id = newId()
    const amount = this.money(payment, payment.order.amount)
    const common = { ...payment.method, amount, ...this.myReference(payment) }
    const cardDetails = {
      creditDebitIndicator: "D",
      expiryMonth: 12,
      expiryYear: 39,
      issuerCountry: "DK",
      truncatedPan: "492500******0004",
    }
    const first = { ...common, cardDetails, consumer: { ip: consumer.ip }, reserveId: id }
    this.sender.emit(payment, "payment.reservation.created", first, id)
    this.sender.emit(payment, "payment.reservation.created.v2", common, id)
  }

  private addCharge(payment: Payment, amount: number, orderItems: OrderItem[]): Charge {
    const charge: Charge = {
      chargeId: newId(),
      amount,
      created: serviceTime(this.now()),
      refunded: 0,
      orderItems,
    }
    payment.charges.push(charge)
    const data = {
      chargeId: charge.chargeId,
      orderItems,
      ...payment.method,
      amount: this.money(payment, amount),
      ...this.myReference(payment),
    }
    this.sender.emit(payment, "payment.charge.created", data, charge.chargeId)
    this.sender.emit(payment, "payment.charge.created.v2", data, charge.chargeId)
    return charge
  }

  private addRefund(
    payment: Payment,
    charge: Charge,
    amount: number,
    orderItems: OrderItem[]
  ): Refund {
    const refund: Refund = {
      refundId: newId(),
      chargeId: charge.chargeId,
      amount,
      state: "Pending",
      lastUpdated: serviceTime(this.now()),
      orderItems,
    }
    charge.refunded += amount
    payment.refunds.push(refund)
    const data = {
      refundId: refund.refundId,
      chargeId: charge.chargeId,
      amount: this.money(payment, amount),
    }
    this.sender.emit(payment, "payment.refund.initiated.v2", data, refund.refundId)
    if (this.newRefundState !== "Pending") this.settleRefund(payment, refund, this.newRefundState)
    return refund
  }

  private money(payment: Payment, amount: number) {
    return { amount, currency: payment.order.currency }
  }

  private myReference(payment: Payment): { myReference?: string } {
    return payment.myReference === undefined ? {} : { myReference: payment.myReference }
  }

  private orderOf(payment: Payment): Record<string, unknown> {
    const { amount, reference, items } = payment.order
    return {
      amount: this.money(payment, amount),
      ...(reference !== undefined && { reference }),
      orderItems: items,
    }
  }
}
