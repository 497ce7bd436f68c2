import type { Knex } from "../../shared/postgres"
import type { ShownNotice } from "./domain/choose-notice"
import { writeEvents } from "./events"
import type { NewEvent } from "./events"
import { subjectKey } from "./subjects"
import type { Person } from "./subjects"

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
  channel: string
  state: "given" | "refused"
  notice_id: string
  notice_sha256: string
}

/** Where the notice met the person. */
const placeOf = (cartId: string | null): string => (cartId === null ? "confirmation" : "checkout")

/**
 * Writes what a purchase is evidence of: the texts that were shown, and what was chosen beside it. Buying gives no consent.
 * Each fact has one name made of the order, so it is written once, however often this is called.
 *
 * @returns how many events were written now
 */
export const recordPurchase = (
  connection: Knex,
  controllerId: string,
  purchase: Purchase,
  { shown, choices }: { shown: readonly ShownNotice[]; choices: readonly CartChoice[] }
): Promise<number> =>
  connection.transaction(async (transaction) => {
    const common = {
      subject_key: await subjectKey(transaction, controllerId, purchase),
      order_id: purchase.order_id,
      place: placeOf(purchase.cart_id),
      occurred_at: purchase.placed_at,
    }
    const named = (event: Pick<NewEvent, "purpose" | "channel" | "state">) => ({
      ...common,
      ...event,
      natural_key: ["order", purchase.order_id, event.purpose, event.channel, event.state].join(
        ":"
      ),
    })
    return writeEvents(transaction, controllerId, [
      ...shown.map(({ notice, source }) => ({
        ...named({
          purpose: notice.purpose ?? notice.kind,
          channel: notice.channel,
          state: "shown",
        }),
        source,
        notice,
      })),
      ...choices.map(({ purpose, channel, state, notice_id: id, notice_sha256: sha256 }) => ({
        ...named({ purpose, channel, state }),
        source: "asserted" as const,
        notice: { id, sha256 },
      })),
    ])
  })
