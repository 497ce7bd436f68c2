import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PERSONAL_DATA_MODULE } from "../../modules/personal-data"
import type { PersonalDataModuleService } from "../../modules/personal-data"

export const personalDataSettings = (container: MedusaContainer) =>
  container.resolve<PersonalDataModuleService>(PERSONAL_DATA_MODULE).settings

/** What a run of the engine is told: the shop's year and secrets, the time, and where it tells of a veto that failed. */
export const runOptions = (container: MedusaContainer) => ({
  financialYearStartsIn: personalDataSettings(container).financialYearStartsIn,
  now: new Date(),
  secrets: personalDataSettings(container).secrets,
  warn: (line: string) => {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(line)
  },
})
