import { Agent, request } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { createToken } from "../../src/shared/tokens"
import { withClient } from "./database"
import type { Measured } from "./measured-store"
import { quantile } from "./statistics"
import { SECRET } from "./staff"
import { fill, GUEST, pay } from "./template-life"

/** How many webhooks are sent: of so many payments, at so many connections or so many a second. */
export type Load = { payments: number; events: number; perSecond: number }

type Delivery = { path: string; headers: Record<string, string>; eventId: string; body: string }
type Payment = { sessionId: string; paymentId: string }

const CONNECTIONS = 16
/** Nets repeats what it believes lost: every twentieth comes twice. */
const REPEATED = 20

/** Those that Nets sends of a card payment that is charged. */
const EVENTS = [
  "payment.created",
  "payment.reservation.created.v2",
  "payment.checkout.completed",
  "payment.charge.created.v2",
]

const startPayments = async (store: Measured, count: number): Promise<Payment[]> => {
  const payments: Payment[] = []
  for (let number = 0; number < count; number += 1) {
    const cartId = await fill(store, GUEST)
    const { id, data } = await pay(store, cartId, { provider: "pp_nets_nets" })
    payments.push({ sessionId: id, paymentId: String(data.payment_id) })
  }
  return payments
}

const SECRETS = { current: SECRET, previous: [] }

/** Webhooks as Nets writes and signs them, each with an id of its own. */
const deliveriesOf = (payments: readonly Payment[], events: number, first: number): Delivery[] =>
  Array.from({ length: events }, (_, index) => {
    const { sessionId = "", paymentId = "" } = payments[index % payments.length] ?? {}
    const eventId = (first + index).toString(16).padStart(32, "0")
    const data = { paymentId, amount: { amount: 13_800, currency: "DKK" } }
    const event = EVENTS[index % EVENTS.length]
    return {
      path: `/hooks/nets/${sessionId}`,
      headers: { authorization: createToken(SECRETS, "nets_webhook", sessionId) },
      eventId,
      body: JSON.stringify({
        id: eventId,
        timestamp: new Date().toISOString(),
        merchantNumber: 100_000_001,
        event,
        data,
      }),
    }
  })

type Sent = { eventId: string; isAccepted: boolean; took: number }

/** Posts one and gives the time since it was due, so that what had to wait for its turn counts as waiting. */
const post = (
  baseUrl: string,
  { path, headers, body, eventId }: Delivery,
  { agent, due }: { agent: Agent; due: number }
): Promise<Sent> =>
  new Promise((resolve) => {
    const end = (isAccepted: boolean): void => {
      resolve({ eventId, isAccepted, took: performance.now() - due })
    }
    const asked = request(baseUrl + path, {
      method: "POST",
      agent,
      headers: { ...headers, "content-type": "application/json" },
    })
    asked.on("error", () => {
      end(false)
    })
    asked.on("response", (response) => {
      response.resume()
      response.on("end", () => {
        end(response.statusCode === 200)
      })
    })
    asked.end(body)
  })

const agentOf = (connections: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: connections })

/** As many as the store takes: a connection sends the next one when the last is answered. */
const sendAtOnce = async (baseUrl: string, deliveries: readonly Delivery[]): Promise<Sent[]> => {
  const agent = agentOf(CONNECTIONS)
  const sent: Sent[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let one = deliveries[next++]; one !== undefined; one = deliveries[next++]) {
      sent.push(await post(baseUrl, one, { agent, due: performance.now() }))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  agent.destroy()
  return sent
}

/** So many a second, whether the store has answered the last or not. */
const sendSteadily = async (
  baseUrl: string,
  deliveries: readonly Delivery[],
  perSecond: number
): Promise<Sent[]> => {
  const agent = agentOf(perSecond)
  const began = performance.now()
  const sent = deliveries.map(async (delivery, index) => {
    const due = began + (index * 1000) / perSecond
    await pause(Math.max(0, due - performance.now()))
    return post(baseUrl, delivery, { agent, due })
  })
  const all = await Promise.all(sent)
  agent.destroy()
  return all
}

const withRepeats = (deliveries: readonly Delivery[]): Delivery[] =>
  deliveries.flatMap((one, index) => (index % REPEATED === 0 ? [one, one] : [one]))

const countReceipts = (url: string, ids: readonly string[]): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      "SELECT count(*) FROM dk_nets_receipt WHERE event_id = ANY($1)",
      [ids]
    )
    return Number(rows[0]?.count)
  })

type Rate = { perSecond: number; perProcessorSecond: number; sent: Sent[] }

const rateOf = async (store: Measured, deliveries: readonly Delivery[]): Promise<Rate> => {
  const [began, used] = [performance.now(), store.processorTime()]
  const sent = await sendAtOnce(store.baseUrl, deliveries)
  const accepted = sent.filter(({ isAccepted }) => isAccepted).length
  return {
    perSecond: (accepted * 1000) / (performance.now() - began),
    perProcessorSecond: accepted / (store.processorTime() - used),
    sent,
  }
}

export type Intake = {
  /** Webhooks answered 200 a second by one process, and by each second of a processor that it used. */
  perSecond: number
  perProcessorSecond: number
  /** The same at Medusa's own door in the store without the plugin. */
  medusaPerSecond: number
  /** Of those sent steadily, milliseconds. */
  p50: number
  p99: number
  /** Events answered 200, how many of them have one receipt after the server was killed, and what was not answered 200. */
  accepted: number
  receipts: number
  refused: number
}

/** The server of the plugin's side is dead afterwards: what it had answered must be on disk. */
export const measureIntake = async (
  { plugin, plain }: { plugin: Measured; plain: Measured },
  databaseUrl: string,
  { payments, events, perSecond }: Load
): Promise<Intake> => {
  const started = await startPayments(plugin, payments)
  const warmUp = deliveriesOf(started, events, 0)
  await sendAtOnce(plugin.baseUrl, warmUp)
  const steady = await sendSteadily(
    plugin.baseUrl,
    withRepeats(deliveriesOf(started, events, events)),
    perSecond
  )
  const rate = await rateOf(plugin, withRepeats(deliveriesOf(started, events, 2 * events)))
  await plugin.kill()
  const own = deliveriesOf(started, events, 3 * events).map((delivery) => ({
    ...delivery,
    path: "/hooks/payment/system_default",
  }))
  await sendAtOnce(plain.baseUrl, own)
  const medusa = await rateOf(plain, own)
  const sent = [...steady, ...rate.sent]
  const ids = [...new Set(sent.filter(({ isAccepted }) => isAccepted).map((one) => one.eventId))]
  const times = steady.map(({ took }) => took).sort((a, b) => a - b)
  return {
    perSecond: rate.perSecond,
    perProcessorSecond: rate.perProcessorSecond,
    medusaPerSecond: medusa.perSecond,
    p50: quantile(0.5)(times),
    p99: quantile(0.99)(times),
    accepted: ids.length,
    receipts: await countReceipts(databaseUrl, ids),
    refused: sent.filter(({ isAccepted }) => !isAccepted).length,
  }
}
