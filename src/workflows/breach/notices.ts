import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { addToBreach, holdBreach, readBreach } from "../../modules/breach/breaches"
import { draftNotice } from "../../modules/breach/domain/notice"
import { oweNotices } from "../../modules/breach/owe-notices"
import { countAffected } from "../../modules/breach/people"
import { conflict, errorName, unexpected } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import type { AdminBreachDetail, AdminBreachNoticeResponse } from "../../types/http"
import { getCase } from "./cases"
import { breachSettings } from "./settings"

/** What staff wrote to the people, or a text to begin from. Throws not_found. */
export const getNotice = async (
  container: MedusaContainer,
  id: string
): Promise<AdminBreachNoticeResponse> => {
  const { folded } = await readBreach(postgres(container), id)
  const { facts, notice, is_drill } = folded
  if (notice) return { notice, is_draft: false }
  if (!facts) throw unexpected("A breach is described when it is opened")
  const parts = { controller: breachSettings(container).controller, facts, is_drill }
  return {
    notice: { da: draftNotice(parts, "da"), en: draftNotice(parts, "en") },
    is_draft: true,
  }
}

/** Never throws, and nobody waits for it: a queue that does not answer keeps no route waiting. */
const announce = async (container: MedusaContainer, id: string): Promise<void> => {
  try {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: "dk_breach.notices_started", data: { id } })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`dk-breach: notices of ${id} wait for the job (${errorName(error)})`)
  }
}

/**
 * Owes a notice to everybody affected whom nobody has told and who has none, and emits `dk_breach.notices_started { id }`, whereupon
 * they are sent; the job sends those of an event that was lost. Asked for again, it is about those who were added since.
 *
 * @throws not_found, or conflict `closed`, `no_notice`, `not_assessed`, `notice_incomplete` or `nobody_affected`
 */
export const startNotices = async (
  container: MedusaContainer,
  { id, actor }: { id: string; actor: string }
): Promise<AdminBreachDetail> => {
  const { clock } = breachSettings(container)
  const hasStarted = await postgres(container).transaction(async (transaction) => {
    const known = await holdBreach(transaction, id)
    if ((await countAffected(transaction, id)) === 0) {
      throw conflict("nobody_affected", "Say who is affected first.")
    }
    const people = await oweNotices(transaction, id)
    if (people === 0 && known.folded.has_started) return false
    const event = { type: "notices_started", people } as const
    await addToBreach(transaction, { known, clock }, { event, actor, now: new Date() })
    return true
  })
  if (hasStarted) void announce(container, id)
  return getCase(container, id)
}
