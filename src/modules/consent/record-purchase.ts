import type { Knex } from "../../shared/postgres"
import { askWhoObjected } from "./ask-again"
import type { ShownNotice } from "./domain/choose-notice"
import type { Channel } from "./domain/notice-data"
import { writeEvents } from "./events"
import type { NewEvent } from "./events"
import { subjectKey } from "./subjects"
import type { Person } from "./subjects"
import { suppress } from "./suppressions"
import type { Keeper } from "./suppressions"

/** An order as evidence sees it. */
export type Purchase = Person & {
  order_id: string
  /** Null: staff made the order on the buyer's behalf, so no checkout showed anything. */
  cart_id: string | null
  locale: string | null
  /** ISO 8601 in UTC. */
  placed_at: string
}

/** What a shopper chose at the checkout beside the order. */
export type CartChoice = {
  purpose: string
  channel: Channel
  state: "given" | "refused"
  notice_id: string
  notice_sha256: string
}

/** Where the notice met the person. */
const placeOf = (cartId: string | null): string => (cartId === null ? "confirmation" : "checkout")

/** What came of it: how many events were written now, and sign-ups whose mail waits. */
export type RecordedPurchase = { written: number; waiting: string[] }

type Named = Pick<NewEvent, "purpose" | "channel" | "state" | "source" | "notice">

const eventOf = (purchase: Purchase, key: string, event: Named): NewEvent => {
  const { purpose, channel, state } = event
  return {
    ...event,
    subject_key: key,
    order_id: purchase.order_id,
    place: placeOf(purchase.cart_id),
    natural_key: ["order", purchase.order_id, purpose, channel, state].join(":"),
    occurred_at: purchase.placed_at,
  }
}

const FALLBACK_LOCALE = "da"

/**
 * Writes what a purchase is evidence of: the texts that were shown, and what was chosen beside it. Buying gives no consent,
 * and an address that objected is asked by mail before a consent typed with it counts. Each fact has one name made of the
 * order, so it is written once, however often this is called.
 */
export const recordPurchase = (
  connection: Knex,
  keeper: Keeper,
  purchase: Purchase,
  { shown, choices }: { shown: readonly ShownNotice[]; choices: readonly CartChoice[] }
): Promise<RecordedPurchase> =>
  connection.transaction(async (transaction) => {
    const { id: controllerId } = keeper.controller
    const key = await subjectKey(transaction, controllerId, purchase)
    const seen = shown.map(({ notice, source }) => {
      const purpose = notice.purpose ?? notice.kind
      const { channel } = notice
      return eventOf(purchase, key, { purpose, channel, state: "shown", source, notice })
    })
    let written = await writeEvents(transaction, controllerId, seen)
    const waiting: string[] = []
    for (const { purpose, channel, state, notice_id: id, notice_sha256: sha256 } of choices) {
      const said: Named = { purpose, channel, state, source: "asserted", notice: { id, sha256 } }
      const news = await writeEvents(transaction, controllerId, [eventOf(purchase, key, said)])
      written += news
      if (news > 0 && state === "refused" && channel === "email" && purchase.email !== null) {
        const refusal = { about: { purpose, channel }, at: purchase.placed_at }
        await suppress(transaction, keeper, purchase.email, refusal)
      }
      if (news === 0 || state !== "given") continue
      const asked = await askWhoObjected(transaction, keeper, {
        email: purchase.email,
        subject_key: key,
        purpose,
        channel,
        notice_id: id,
        locale: purchase.locale ?? FALLBACK_LOCALE,
      })
      if (asked !== null) waiting.push(asked)
    }
    return { written, waiting }
  })
