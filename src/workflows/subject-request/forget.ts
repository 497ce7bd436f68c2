import type { MedusaContainer } from "@medusajs/framework/types"
import { findStop } from "../../modules/personal-data"
import { forgetPeople, removeCases, removeTasks } from "../../modules/subject-request/forget"
import { postgres } from "../../shared/postgres"

/**
 * Forgets whose requests it were thirty days after they ended and their last letter left, and the cases and what recipients
 * were told after three years; for the nightly job. A stop of all erasing holds it all, a hold on a customer what is theirs.
 */
export const forgetRequests = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  for (const forget of [forgetPeople, removeCases, removeTasks]) {
    let count = 1
    while (count > 0) {
      const now = new Date()
      if (await findStop(connection, now)) return
      count = await forget(connection, now)
    }
  }
}
