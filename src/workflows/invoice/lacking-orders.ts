import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MissingField } from "../../modules/invoice"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { CANDIDATES } from "./orders-to-issue"
import { findInvoicesOfOrder } from "./read-invoices"
import { WALK_LIMIT } from "../../shared/walk-limit"

export type LackingOrder = {
  order_id: string
  display_id: number
  missing: (MissingField | { field: "order"; code: "unreadable" })[]
}

/** One order that cannot be read must not hide the others. */
const missingOf = async (
  container: MedusaContainer,
  orderId: string
): Promise<LackingOrder["missing"]> => {
  try {
    return (await findInvoicesOfOrder(container, orderId)).missing
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-invoice: order ${orderId} could not be read: ${errorName(error)}`)
    return [{ field: "order", code: "unreadable" }]
  }
}

/** Orders whose due invoice or credit note is held back, and by what; the oldest first, a hundred at most. */
export const listLackingOrders = async (container: MedusaContainer): Promise<LackingOrder[]> => {
  const connection = postgres(container)
  const lacking: LackingOrder[] = []
  for (let after = ""; lacking.length < WALK_LIMIT;) {
    const found = await selectRows<{ id: string }>(connection, CANDIDATES, [after])
    const ids = found.map(({ id }) => id)
    const numbers = await selectRows<{ id: string; display_id: number }>(
      connection,
      `SELECT id, display_id FROM "order" WHERE id = ANY(?)`,
      [ids]
    )
    for (const id of ids) {
      const missing = await missingOf(container, id)
      const number = numbers.find((order) => order.id === id)?.display_id ?? 0
      if (missing.length > 0) lacking.push({ order_id: id, display_id: number, missing })
    }
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
  }
  return lacking.slice(0, WALK_LIMIT)
}
