import type { MedusaContainer } from "@medusajs/framework/types"
import { PERSONAL_DATA_MODULE } from "../../modules/personal-data"
import type { PersonalDataModuleService } from "../../modules/personal-data"

export const personalDataSettings = (container: MedusaContainer) =>
  container.resolve<PersonalDataModuleService>(PERSONAL_DATA_MODULE).settings

/** What a run of the engine is told: the shop's year and the time. */
export const runOptions = (container: MedusaContainer) => ({
  financialYearStartsIn: personalDataSettings(container).financialYearStartsIn,
  now: new Date(),
})
