import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { postgres } from "../../shared/postgres"
import { actorOf, shipsOnly } from "./actor"
import { ordersToShip } from "./orders-to-ship"

/** What a list may be narrowed by without telling of orders or people that are not shown. */
const HARMLESS_FILTERS = new Set([
  "id",
  "status",
  "region_id",
  "sales_channel_id",
  "created_at",
  "updated_at",
])

const idsIn = (filter: unknown): string[] | null => {
  if (typeof filter === "string") return [filter]
  return Array.isArray(filter) ? filter.filter((id) => typeof id === "string") : null
}

/** Searching tells whether somebody is there; a number of an order tells nothing. */
const isOrderNumber = (search: unknown): boolean =>
  typeof search === "string" && /^#?\d+$/.test(search)

const filtersFor = (asked: Record<string, unknown>, ids: string[]): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(asked).filter(
      ([name, value]) => HARMLESS_FILTERS.has(name) || (name === "q" && isOrderNumber(value))
    )
  ),
  id: "q" in asked && !isOrderNumber(asked.q) ? [] : ids,
})

/** Middleware of Medusa's list of orders: those who only ship see what is to be shipped. Runs after core's validation. */
export const narrowOrders = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  if (await shipsOnly(req.scope, await actorOf(req))) {
    const asked = req.filterableFields
    req.filterableFields = filtersFor(
      asked,
      await ordersToShip(postgres(req.scope), idsIn(asked.id))
    )
  }
  next()
}
