import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { TipState } from "../../modules/breach/domain/kinds"
import { tipNote } from "../../modules/breach/domain/tip-texts"
import { addTip, dismissTip, linkTip, listTips, readTip } from "../../modules/breach/tips"
import type { TipRow } from "../../modules/breach/tips"
import { errorName } from "../../shared/errors"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import { noteForStaff } from "../../shared/staff-feed"
import type { AdminBreachTip, AdminBreachTipListResponse } from "../../types/http"
import { breachSettings } from "./settings"

const toTip = (row: TipRow): AdminBreachTip => ({
  ...{ id: row.id, message: row.message, email: row.email, customer_id: row.customer_id },
  ...{ locale: row.locale, state: row.state, breach_id: row.breach_id },
  created_at: row.created_at.toISOString(),
  decided_at: row.decided_at?.toISOString() ?? null,
})

export type ReportedBreach = {
  message: string
  email?: string | undefined
  locale?: string | undefined
  /** Of somebody signed in. */
  customerId: string | undefined
}

/** Writes down what a customer reports, and tells staff that there is something to look into. */
export const reportBreach = async (
  container: MedusaContainer,
  { message, email, locale, customerId }: ReportedBreach
): Promise<void> => {
  const { controller, locales } = breachSettings(container)
  const id = await addTip(postgres(container), {
    ...{ controller_id: controller.id, message, customer_id: customerId ?? null },
    ...{ email: email?.toLowerCase() ?? null, locale: shippedLocale(locales, locale) },
    now: new Date(),
  })
  try {
    await noteForStaff(container, [
      { key: `dk-breach-tip:${id}:feed`, ...tipNote(shippedLocale(locales)) },
    ])
  } catch (error) {
    // The report stands in the list; whoever sent it is not to send it again.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-breach: staff was not told of report ${id} (${errorName(error)})`)
  }
}

/** Reports, those nobody has looked at first. */
export const findTips = async (
  container: MedusaContainer,
  filters: { state?: TipState | undefined; limit: number; offset: number }
): Promise<AdminBreachTipListResponse> => {
  const { controller } = breachSettings(container)
  const { rows, count } = await listTips(postgres(container), controller.id, filters)
  const { limit, offset } = filters
  return { breach_reports: rows.map(toTip), count, offset, limit }
}

type Decision = { id: string; actor: string }

const tipAfter = async (container: MedusaContainer, id: string): Promise<AdminBreachTip> =>
  toTip(await readTip(postgres(container), breachSettings(container).controller.id, id))

/**
 * Staff finds that a report belongs to a case.
 *
 * @throws not_found, conflict `decided_already`, or invalid_data naming `breach_id`
 */
export const linkReport = async (
  container: MedusaContainer,
  { id, actor, breachId }: Decision & { breachId: string }
): Promise<AdminBreachTip> => {
  const { controller, clock, locales } = breachSettings(container)
  await postgres(container).transaction((transaction) =>
    linkTip(transaction, {
      ...{ controllerId: controller.id, id, decidedBy: actor, now: new Date() },
      ...{ breachId, clock, locale: shippedLocale(locales) },
    })
  )
  return tipAfter(container, id)
}

/** Staff finds that nothing is to be done about a report. Throws not_found, or conflict `decided_already`. */
export const dismissReport = async (
  container: MedusaContainer,
  { id, actor }: Decision
): Promise<AdminBreachTip> => {
  const { controller } = breachSettings(container)
  await postgres(container).transaction((transaction) =>
    dismissTip(transaction, {
      ...{ controllerId: controller.id, id, decidedBy: actor, now: new Date() },
    })
  )
  return tipAfter(container, id)
}
