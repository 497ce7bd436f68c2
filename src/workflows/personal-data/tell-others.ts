import type {
  Event,
  ICachingModuleService,
  ISearchModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ErasureRow, Touched } from "../../modules/personal-data/engine/erasure-row"
import type { SweepRow } from "../../modules/personal-data/engine/sweep/sweep-row"
import { postgres, selectRows } from "../../shared/postgres"

/** Ids in one event: Medusa's index reads a hundred at a time anyway. */
const IDS_PER_EVENT = 100

const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / IDS_PER_EVENT) }, (_, part) =>
    ids.slice(part * IDS_PER_EVENT, (part + 1) * IDS_PER_EVENT)
  )

/** Entries that hold the rows, and lists that may: those that were told not to follow events, too. */
const clearCaches = async (container: MedusaContainer, touched: Touched): Promise<void> => {
  const caching = container.resolve<ICachingModuleService | undefined>(Modules.CACHING, {
    allowUnregistered: true,
  })
  if (!caching) return
  const tagsOf = (entity: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${entity}:list:*`, ...ids.map((id) => `${entity}:${id}`)]
  const tags = [
    ...tagsOf("Customer", touched.customers),
    ...tagsOf("Order", touched.orders),
    ...tagsOf("Cart", touched.carts),
  ]
  if (tags.length > 0) await caching.clear({ tags })
}

/**
 * A search index over orders re-reads them. It is asked itself: the event `order.updated` would have every other
 * subscriber check an order that has no buyer any more.
 */
const refreshSearch = async (container: MedusaContainer, { orders }: Touched): Promise<void> => {
  const search = container.resolve<ISearchModuleService | undefined>(Modules.SEARCH, {
    allowUnregistered: true,
  })
  if (!search) return
  for (const id of orders) await search.ingest({ name: "order.updated", data: { id } })
}

/** What Medusa's index module and other plugins listen to. */
const eventsOf = (touched: Touched): Event[] => [
  ...touched.customers.map((customer) => ({ name: "customer.deleted", data: { id: customer } })),
  ...inParts(touched.customers).map((ids) => ({
    name: "customer.customer.deleted",
    data: { id: ids },
  })),
  ...inParts(touched.orders).map((ids) => ({ name: "order.order.updated", data: { id: ids } })),
  ...inParts(touched.carts).map((ids) => ({ name: "cart.cart.updated", data: { id: ids } })),
]

const tellOf = async (
  container: MedusaContainer,
  touched: Touched,
  own: readonly Event[]
): Promise<void> => {
  await clearCaches(container, touched)
  await container.resolve(Modules.EVENT_BUS).emit([...eventsOf(touched), ...own])
  await refreshSearch(container, touched)
}

/**
 * Tells caches, search and other plugins what an erasure changed, after it was committed. Told twice, nothing more
 * happens; what a crash left untold the job tells.
 */
export const tellOthers = async (
  container: MedusaContainer,
  { id, touched }: Pick<ErasureRow, "id" | "touched">
): Promise<void> => {
  if (!touched) return
  await tellOf(container, touched, [{ name: "dk_personal_data.erased", data: { id } }])
  await postgres(container).raw(
    `UPDATE dk_personal_data_erasure SET told_at = now() WHERE id = ? AND touched = ?::jsonb`,
    [id, JSON.stringify(touched)]
  )
}

/** Erasures whose effects nobody has been told of. */
export const findUntold = (
  container: MedusaContainer
): Promise<Pick<ErasureRow, "id" | "touched">[]> =>
  selectRows(
    postgres(container),
    `SELECT id, touched FROM dk_personal_data_erasure WHERE touched IS NOT NULL AND told_at IS NULL AND deleted_at IS NULL`
  )

/** The same of what a sweep erased since others were last told; then there is nothing more to tell. */
export const tellOfSweep = async (
  container: MedusaContainer,
  { id, touched }: Pick<SweepRow, "id" | "touched">
): Promise<void> => {
  if (!touched) return
  await tellOf(container, touched, [])
  await postgres(container).raw(
    `UPDATE dk_personal_data_sweep SET touched = NULL WHERE id = ? AND touched = ?::jsonb`,
    [id, JSON.stringify(touched)]
  )
}

/** Sweeps of whose effects nobody has been told: their process was killed, or a legal term has ended since. */
export const findUntoldSweeps = (
  container: MedusaContainer
): Promise<Pick<SweepRow, "id" | "touched">[]> =>
  selectRows(
    postgres(container),
    `SELECT id, touched FROM dk_personal_data_sweep WHERE touched IS NOT NULL AND deleted_at IS NULL`
  )
