import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PERSONAL_DATA_MODULE } from "../../modules/personal-data"
import type { PersonalDataModuleService } from "../../modules/personal-data"
import { fileSink } from "../../modules/personal-data/engine/ledger-file"
import type { LedgerSettings } from "../../modules/personal-data/engine/ledger-outside"

export const personalDataSettings = (container: MedusaContainer) =>
  container.resolve<PersonalDataModuleService>(PERSONAL_DATA_MODULE).settings

/** How the store keeps its ledger of erasures. */
export const ledgerSettings = (container: MedusaContainer): LedgerSettings => {
  const { secrets, ledger } = personalDataSettings(container)
  if (!ledger) return { secrets }
  return { secrets, sink: "file" in ledger.sink ? fileSink(ledger.sink.file) : ledger.sink }
}

/** What a run of the engine is told: the shop's year and ledger, the time, and where it tells of a veto that failed. */
export const runOptions = (container: MedusaContainer) => ({
  ledger: ledgerSettings(container),
  financialYearStartsIn: personalDataSettings(container).financialYearStartsIn,
  now: new Date(),
  warn: (line: string) => {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(line)
  },
})
