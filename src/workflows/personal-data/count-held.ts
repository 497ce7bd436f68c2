import type { MedusaContainer } from "@medusajs/framework/types"
import { countHeld } from "../../modules/personal-data/engine/export/count"
import { postgres } from "../../shared/postgres"
import type { AdminErasureCount } from "../../types/http"
import type { ExportRequest } from "./export-person"
import { personalDataSettings } from "./personal-data-settings"

/**
 * How many rows of each category are held about a person, without reading them out.
 *
 * @throws not_found for a customer id that does not exist
 * @throws invalid_data `selection_id` or `confirmed_order_ids`
 */
export const countHeldOf = (
  container: MedusaContainer,
  request: ExportRequest
): Promise<AdminErasureCount[]> =>
  countHeld(postgres(container), {
    ...request,
    settings: personalDataSettings(container),
    now: new Date(),
  })
