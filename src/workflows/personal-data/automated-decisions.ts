import type { MedusaContainer } from "@medusajs/framework/types"
import { emptyKeys } from "../../modules/personal-data/domain/table-map"
import {
  findAllAutomatedDecisions,
  findAutomatedDecisions,
} from "../../modules/personal-data/engine/automated-decisions"
import { postgres } from "../../shared/postgres"
import { personalDataSettings } from "./personal-data-settings"

type Text = { da: string; en: string }

/** Decisions about these customers that no human takes; empty means none. */
export const automatedDecisionsOf = (
  container: MedusaContainer,
  customers: readonly string[]
): Promise<Text[]> =>
  findAutomatedDecisions(postgres(container), personalDataSettings(container), {
    ...emptyKeys(),
    customer: [...customers],
  })

/** All such decisions that the store takes about somebody: what a privacy policy says. */
export const allAutomatedDecisions = (container: MedusaContainer): Promise<Text[]> =>
  findAllAutomatedDecisions(postgres(container), personalDataSettings(container))
