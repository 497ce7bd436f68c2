import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { seedStaff, seedStore } from "../../../demo/seed/store"
import type { SeededStore } from "../../../demo/seed/store"

export const STAFF = { email: "admin@butik.example", password: "staff-password-for-tests" }
export const STRANGER_STAFF = { email: "lager@butik.example", password: "staff-password-for-tests" }

export type TestStore = SeededStore & {
  shippingOptionId: string
  /** The only variant of each product, by its handle. */
  variantIds: Record<string, string>
}

let seeded: TestStore | undefined

/** What is known of a seeded store beyond what the seed tells. */
export const goodsOf = async (
  container: MedusaContainer
): Promise<Omit<TestStore, keyof SeededStore>> => {
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({}, { relations: ["variants"] })
  const [option] = await container.resolve(Modules.FULFILLMENT).listShippingOptions()
  return {
    shippingOptionId: option?.id ?? "",
    variantIds: Object.fromEntries(
      products.map(({ handle, variants }) => [handle, variants[0]?.id ?? ""])
    ),
  }
}

/** Seeds the store once, before the runner takes the snapshot that every test starts from. */
export const seedTestStore = async (container: MedusaContainer): Promise<void> => {
  const core = await seedStore(container, [
    "pp_system_default",
    "pp_nets_nets",
    "pp_ean-invoice_ean-invoice",
  ])
  seeded = { ...core, ...(await goodsOf(container)) }
  await seedStaff(container, STAFF)
  await seedStaff(container, STRANGER_STAFF)
}

/** Ids of the seeded store; the same for every test. */
export const store = (): TestStore => {
  if (!seeded) throw new Error("The store is seeded before the first test")
  return seeded
}

/** The store that is running elsewhere: from now on `store` tells its ids. */
export const useStore = (running: TestStore): void => {
  seeded = running
}
