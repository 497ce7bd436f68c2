import type { MedusaContainer } from "@medusajs/framework/types"
import { seedStaff, seedStore } from "../../../demo/seed/store"
import type { SeededStore } from "../../../demo/seed/store"

export const STAFF = { email: "admin@butik.example", password: "staff-password-for-tests" }
export const STRANGER_STAFF = { email: "lager@butik.example", password: "staff-password-for-tests" }

let seeded: SeededStore | undefined

/** Seeds the store once, before the runner takes the snapshot that every test starts from. */
export const seedTestStore = async (container: MedusaContainer): Promise<void> => {
  seeded = await seedStore(container, [
    "pp_system_default",
    "pp_nets_nets",
    "pp_ean-invoice_ean-invoice",
  ])
  await seedStaff(container, STAFF)
  await seedStaff(container, STRANGER_STAFF)
}

/** Ids of the seeded store; the same for every test. */
export const store = (): SeededStore => {
  if (!seeded) throw new Error("The store is seeded before the first test")
  return seeded
}

/** The store that is running elsewhere: from now on `store` tells its ids. */
export const useStore = (running: SeededStore): void => {
  seeded = running
}
