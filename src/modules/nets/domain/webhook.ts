import { knownNames, readAmount, readId, readKnown, readObject, readText, readTime } from "./read"

/** What may be kept of a webhook: ids, names, amount. Everything else is dropped unread. */
export type NetsWebhook = {
  event: string
  /** Not unique alone: the v1 and v2 twin of one happening share it. */
  event_id: string
  payment_id: string
  my_reference?: string
  /** When it happened, UTC. */
  occurred_at?: string
  amount?: number
  currency?: string
  charge_id?: string
  refund_id?: string
  cancel_id?: string
  /** Code of a failure; its message may name people and is dropped. */
  error_code?: string
}

const NAMES = knownNames(
  "id",
  "event",
  "timestamp",
  "data",
  "paymentId",
  "myReference",
  "order",
  "amount",
  "currency",
  "chargeId",
  "refundId",
  "cancelId",
  "error",
  "code"
)

const EVENT_NAME = /^[a-z0-9._-]{1,80}$/i
const WORD = /^[\w.-]{1,40}$/

const parseText = (body: unknown): unknown => {
  if (typeof body !== "string") return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

const defined = <Fields extends Record<string, unknown>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>
  }

/**
 * Reads a webhook's body by allow-list. Accepts any event name, numbers as strings, either merchant field and
 * missing details; a body without event, id and payment id gives null.
 *
 * @param body the JSON text or the parsed body
 */
export const parseWebhook = (body: unknown): NetsWebhook | null => {
  const envelope = readObject(readKnown(parseText(body), NAMES))
  const data = readObject(envelope.data)
  const event = readText(envelope.event, 80)
  const eventId = readText(envelope.id, 64)
  const paymentId = readId(data.paymentId)
  if (event === undefined || eventId === undefined || paymentId === undefined) return null
  if (!EVENT_NAME.test(event) || !WORD.test(eventId.slice(0, 40))) return null
  const money = readObject(data.amount ?? readObject(data.order).amount)
  const errorCode = readText(readObject(data.error).code, 40)
  return {
    event,
    event_id: eventId,
    payment_id: paymentId,
    ...defined({
      my_reference: readText(data.myReference, 36),
      occurred_at: readTime(envelope.timestamp),
      amount: readAmount(money.amount),
      currency: readText(money.currency, 3)?.toUpperCase(),
      charge_id: readId(data.chargeId),
      refund_id: readId(data.refundId),
      cancel_id: readId(data.cancelId),
      error_code: errorCode !== undefined && WORD.test(errorCode) ? errorCode : undefined,
    }),
  }
}
