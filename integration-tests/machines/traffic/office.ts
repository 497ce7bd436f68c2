import { REPLAYS } from "../../http/helpers/ledger"
import type { Headers } from "../../http/helpers/shop"
import type { Suite } from "../../http/helpers/suite"
import { tellEverybody } from "./notices"

/** What staff does about everybody at once. */
export const OFFICE = ["orders exported", "sweep", "everybody told", "replay"] as const

type Act = (shop: Suite, headers: Headers) => Promise<unknown>

const ask =
  (path: string): Act =>
  async (shop, headers) => {
    const answer = await shop.call("POST", path, { headers, body: {} })
    // 409: one is running already.
    if (answer.status >= 300 && answer.status !== 409) throw new Error(answer.text)
  }

/** Each fails unless it is begun. */
export const ACTS: Record<(typeof OFFICE)[number], Act> = {
  "orders exported": ask("/admin/orders/export"),
  sweep: ask("/admin/privacy/sweeps"),
  "everybody told": tellEverybody,
  replay: ask(REPLAYS),
}
