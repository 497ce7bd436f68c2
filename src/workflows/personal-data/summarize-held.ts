import type { MedusaContainer } from "@medusajs/framework/types"
import { summarizeHeld } from "../../modules/personal-data/engine/export/summary"
import type { HeldSummary } from "../../modules/personal-data/engine/export/summary"
import { postgres } from "../../shared/postgres"
import type { ExportRequest } from "./export-person"
import { personalDataSettings } from "./personal-data-settings"

/**
 * What is held about a person: how much of each kind, what for, what allows it and how long, in words of one language; and the
 * documents that a law keeps. Nothing is read out.
 *
 * @throws not_found for a customer id that does not exist
 */
export const summarizeHeldOf = (
  container: MedusaContainer,
  request: Omit<ExportRequest, "profile">
): Promise<HeldSummary> =>
  summarizeHeld(postgres(container), {
    ...request,
    settings: personalDataSettings(container),
    now: new Date(),
  })
