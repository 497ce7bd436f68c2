import { conflict, notFound } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

type Link = { tipId: string; controllerId: string; breachId: string; by: string; now: Date }

/**
 * Decides that what a customer reported belongs to a case; of two who decide at once, the second is refused.
 *
 * @throws not_found, or conflict `decided_already`
 */
export const linkTip = async (
  transaction: Knex.Transaction,
  { tipId, controllerId, breachId, by, now }: Link
): Promise<void> => {
  const [tip] = await selectRows<{ state: string }>(
    transaction,
    "SELECT state FROM dk_breach_tip WHERE id = ? AND controller_id = ? AND deleted_at IS NULL FOR UPDATE",
    [tipId, controllerId]
  )
  if (!tip) throw notFound("No report has this id.")
  if (tip.state !== "new")
    throw conflict("decided_already", "Somebody has decided what becomes of this report.")
  await transaction("dk_breach_tip")
    .where({ id: tipId })
    .update({
      state: "linked",
      breach_id: breachId,
      decided_by: by,
      decided_at: now,
      updated_at: now,
    })
}
