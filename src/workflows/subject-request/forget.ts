import type { MedusaContainer } from "@medusajs/framework/types"
import { findStop } from "../../modules/personal-data"
import { forgetPeople, removeCases } from "../../modules/subject-request/forget"
import { postgres } from "../../shared/postgres"

/**
 * Forgets whose requests it were thirty days after they ended, and the cases after three years; for the nightly job. A stop
 * of all erasing holds both.
 */
export const forgetRequests = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  for (const forget of [forgetPeople, removeCases]) {
    let count = 1
    while (count > 0) {
      const now = new Date()
      if (await findStop(connection, now)) return
      count = await forget(connection, now)
    }
  }
}
