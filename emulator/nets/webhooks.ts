import type { Random } from "./random"
import type { Delivery, Payment } from "./state"
import type { Switches } from "./switches"
import { webhookBody } from "./webhook-body"
import type { Happening } from "./webhook-body"

/** The documented number of tries; the time between them grows. */
const MAX_ATTEMPTS = 10
const TIMEOUT_MS = 5_000
const POLL_MS = 5

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

/** What goes out for a delivery. */
export type Sent = { authorization: string; body: string }

/** Delivers events to the addresses a payment was created with, again until the answer is exactly 200. */
export class WebhookSender {
  private stopped = false
  /** Counts how often everything was forgotten, so that what was on its way then is not sent again. */
  private generation = 0
  private posting = 0
  private readonly timers = new Set<NodeJS.Timeout>()
  /** Bodies by delivery, for sending one again. */
  private readonly sent = new WeakMap<Delivery, Sent>()
  private readonly deliveries: Delivery[] = []
  private readonly payments = new WeakMap<Delivery, Payment>()

  /** @param tried hears of each payment of which something was sent */
  constructor(
    private readonly switches: Switches,
    private readonly random: Random,
    private readonly tried: (payment: Payment) => void = () => undefined
  ) {}

  /** Sends one happening to everybody who asked for it. */
  emit(payment: Payment, happening: Happening): void {
    const { event, id } = happening
    for (const target of payment.webhooks.filter(({ eventName }) => eventName === event)) {
      const body = webhookBody(happening, this.switches)
      const delivery: Delivery = { event, id, url: target.url, attempts: 0 }
      payment.deliveries.push(delivery)
      this.know(payment, delivery, { authorization: target.authorization, body })
      if (this.random.happens("lost", this.switches.webhook_lost_rate)) delivery.lost = true
      else this.sendOff(delivery)
    }
  }

  /** What is sent for a delivery. */
  sentOf(delivery: Delivery): Sent | null {
    return this.sent.get(delivery) ?? null
  }

  /** Takes in a delivery of an earlier run, and goes on with it where it has not arrived. */
  resume(payment: Payment, delivery: Delivery, sent: Sent): void {
    this.know(payment, delivery, sent)
    const isOver = delivery.status === 200 || delivery.attempts >= MAX_ATTEMPTS
    if (!isOver && !delivery.lost) this.schedule(delivery, this.switches.webhook_retry_ms)
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

  /** How many deliveries there have been so far. */
  emitted(): number {
    return this.deliveries.length
  }

  /** Waits until all after the first `since` deliveries have been tried once, or for two seconds. */
  async triedOnce(since: number): Promise<void> {
    const wanted = this.deliveries.slice(since).filter(({ lost }) => !lost)
    const isDone = () => this.stopped || wanted.every(({ status }) => status !== undefined)
    const end = performance.now() + 2_000
    while (!isDone() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  /** Deliveries that are waiting for their time or for an answer. */
  waiting(): number {
    return this.timers.size + this.posting
  }

  /** Forgets what has not been sent yet. */
  clear(): void {
    this.generation += 1
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
  }

  stop(): void {
    this.stopped = true
    this.clear()
  }

  private know(payment: Payment, delivery: Delivery, sent: Sent): void {
    this.deliveries.push(delivery)
    this.sent.set(delivery, sent)
    this.payments.set(delivery, payment)
  }

  private sendOff(delivery: Delivery): void {
    const { switches, random } = this
    const isLate = random.happens("late", switches.webhook_late_rate)
    const shift = random.below("reorder", switches.webhook_reorder_ms)
    this.schedule(delivery, shift + (isLate ? switches.webhook_late_ms : 0))
    if (random.happens("duplicate", switches.webhook_duplicate_rate)) {
      this.schedule(delivery, random.below("reorder", switches.webhook_reorder_ms))
    }
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
    const { generation } = this
    await this.attempt(delivery)
    if (delivery.status === 200 || delivery.attempts >= MAX_ATTEMPTS) return
    if (generation !== this.generation) return
    this.schedule(delivery, this.switches.webhook_retry_ms * 2 ** (delivery.attempts - 1))
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const sent = this.sent.get(delivery)
    if (!sent || this.stopped) return
    delivery.attempts += 1
    this.posting += 1
    delivery.status = await post(delivery.url, sent.authorization, sent.body)
    this.posting -= 1
    const payment = this.payments.get(delivery)
    if (payment) this.tried(payment)
  }
}
