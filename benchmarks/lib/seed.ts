import { setTimeout } from "node:timers/promises"
import type { SeededStore } from "../../demo/seed/store"
import { withClient } from "./database"
import { multiply } from "./multiply"
import type { Size } from "./multiply"
import { startStore } from "./store-process"
import type { Store } from "./store-process"
import { readTables, readTemplate, readTime, sendConfirmation } from "./template"
import { liveAccountLife, liveGuestLife } from "./template-life"

/** Time for what Medusa does after it has answered: events, invoices. */
const AFTERMATH_MS = 3000

/**
 * Seeds a migrated database: a shop, one order and one abandoned cart over the store's own API, and then as many
 * copies of them by SQL as the size says.
 *
 * @param finish what else is to be done over the API, and is not copied
 * @returns what a storefront must know of it
 */
export const seedShop = async (
  url: string,
  size: Size,
  finish: (store: Store) => Promise<void> = () => Promise.resolve()
): Promise<SeededStore> => {
  const store = await startStore(url)
  await withClient(url, async (client) => {
    const began = await readTime(client)
    const orderId = await liveAccountLife(store)
    await setTimeout(AFTERMATH_MS)
    await sendConfirmation(client, orderId)
    const between = await readTime(client)
    await liveGuestLife(store)
    await setTimeout(AFTERMATH_MS)
    const ended = await readTime(client)
    await finish(store)
    await store.stop()
    const tables = await readTables(client)
    const account = await readTemplate(client, tables, { began, ended: between })
    const guest = await readTemplate(client, tables, { began: between, ended })
    await multiply(client, tables, { account, guest, size })
  })
  return store.seeded
}
