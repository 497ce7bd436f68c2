import type { MedusaContainer } from "@medusajs/framework/types"
import { readHelperIndexes } from "../../modules/personal-data/engine/helper-indexes"
import { postgres } from "../../shared/postgres"

/** How many indexes that make one person quick to find are not there or not whole. */
export const countLackingIndexes = async (container: MedusaContainer): Promise<number> => {
  const indexes = await readHelperIndexes(postgres(container))
  return indexes.filter(({ state }) => state !== "present").length
}
