import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { noteAccountVisit } from "../../modules/personal-data/engine/account-visits"
import { copenhagenDay } from "../../rules"
import { errorName } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** Accounts that this process has noted this month; beyond so many it forgets and notes them once more. */
const MOST = 10_000
const noted = { month: "", accounts: new Set<string>() }

/** Notes the month of an account's request, once a month and process. Never fails a request. */
export const noteVisit = async (container: MedusaContainer, customerId: string): Promise<void> => {
  const month = copenhagenDay(new Date()).slice(0, 7)
  if (noted.month !== month || noted.accounts.size >= MOST) {
    noted.month = month
    noted.accounts.clear()
  }
  if (noted.accounts.has(customerId)) return
  noted.accounts.add(customerId)
  try {
    await noteAccountVisit(postgres(container), customerId, month)
  } catch (error) {
    noted.accounts.delete(customerId)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: a visit could not be noted (${errorName(error)})`)
  }
}
