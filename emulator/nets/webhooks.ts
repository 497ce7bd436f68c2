import { newId, serviceTime } from "./state"
import type { Delivery, Payment } from "./state"

/** The documented number of tries; the time between them grows. */
const MAX_ATTEMPTS = 10
const TIMEOUT_MS = 5_000

type Merchant = { merchantId: number } | { merchantNumber: number }

const MERCHANT = 100_000_001
const V2_FAMILY = /\.v2$/

const merchant = (event: string): Merchant =>
  V2_FAMILY.test(event) ? { merchantNumber: MERCHANT } : { merchantId: MERCHANT }

const post = async (url: string, authorization: string, body: string) => {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/json", authorization },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return "unreachable"
  }
}

/** Delivers events to the addresses a payment was created with, again until the answer is exactly 200. */
export class WebhookSender {
  private stopped = false
  private readonly timers = new Set<NodeJS.Timeout>()
  /** Bodies by delivery, for sending one again. */
  private readonly sent = new Map<Delivery, { authorization: string; body: string }>()

  constructor(
    private readonly retryMs: number,
    private readonly now: () => number
  ) {}

  /** Sends one event to everybody who asked for it. `id` ties the v1 and v2 twin of one happening. */
  emit(payment: Payment, event: string, data: Record<string, unknown>, id: string = newId()): void {
    for (const target of payment.webhooks.filter(({ eventName }) => eventName === event)) {
      const delivery: Delivery = { event, id, url: target.url, attempts: 0 }
      const body = JSON.stringify({
        id,
        timestamp: serviceTime(this.now()),
        ...merchant(event),
        event,
        data: { ...data, paymentId: payment.paymentId },
      })
      payment.deliveries.push(delivery)
      this.sent.set(delivery, { authorization: target.authorization, body })
      this.schedule(delivery, 0)
    }
  }

  /** Sends everything of a payment once more, as the service does when an answer got lost. */
  async redeliver(payment: Payment): Promise<number[]> {
    const statuses: number[] = []
    for (const delivery of payment.deliveries) {
      await this.attempt(delivery)
      statuses.push(typeof delivery.status === "number" ? delivery.status : 0)
    }
    return statuses
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }

  private schedule(delivery: Delivery, delay: number): void {
    if (this.stopped) return
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      void this.deliver(delivery)
    }, delay)
    this.timers.add(timer)
  }

  private async deliver(delivery: Delivery): Promise<void> {
    await this.attempt(delivery)
    if (delivery.status === 200 || delivery.attempts >= MAX_ATTEMPTS) return
    this.schedule(delivery, this.retryMs * 2 ** (delivery.attempts - 1))
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const sent = this.sent.get(delivery)
    if (!sent || this.stopped) return
    delivery.attempts += 1
    delivery.status = await post(delivery.url, sent.authorization, sent.body)
  }
}
