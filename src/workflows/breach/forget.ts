import type { MedusaContainer } from "@medusajs/framework/types"
import { removeCases, removeDrilled, removeTips } from "../../modules/breach/forget"
import { findStop } from "../../modules/personal-data"
import { postgres } from "../../shared/postgres"

/**
 * Forgets reports three months after they were decided, who was on the list of a closed drill, and whole cases five years after they were closed; for the nightly
 * job. A stop of all erasing holds it all, a hold on a customer what is about them.
 */
export const forgetBreaches = async (
  container: MedusaContainer,
  now = new Date()
): Promise<void> => {
  const connection = postgres(container)
  for (const remove of [removeTips, removeDrilled, removeCases]) {
    let count = 1
    while (count > 0) {
      if (await findStop(connection, now)) return
      count = await remove(connection, now)
    }
  }
}
