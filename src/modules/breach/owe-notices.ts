import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { IS_TOLD, TOLD } from "./notices"

/** So few that the subscriber of a start is soon done with its first ones. */
const BATCH = 25

/** SQL that nobody (`p`) was told by any of their notices, nor may have been. */
const IS_SURELY_UNTOLD = `NOT ${IS_TOLD}
  AND NOT EXISTS (SELECT 1 FROM dk_breach_notice i WHERE i.breach_person_id = p.id AND i.outcome = 'interrupted')`

/** SQL that a notice (`m`) surely never left, for want of a provider or an address or by an outage: it may go again. */
const NEVER_LEFT = `m.notice_channel IN ('mail', 'sms') AND m.done_at IS NOT NULL
  AND (m.outcome IN ('no_provider', 'no_address') OR m.outcome LIKE 'failed:%')`

/** SQL that somebody (`p`) has had no mail. */
const HAS_NO_MAIL = `NOT EXISTS (SELECT 1 FROM dk_breach_notice m WHERE m.breach_person_id = p.id AND m.notice_channel = 'mail')`

/** A mail goes before the text that stands in for it; whose address is protected before others. */
const PUT_BACK = `
  WITH again AS (
    UPDATE dk_breach_notice m SET done_at = NULL, outcome = NULL, attempts = 0, claimed_until = NULL, updated_at = now(),
        next_attempt_at = now() + CASE WHEN m.notice_channel = 'sms' THEN interval '5 minutes'
          WHEN p.has_protected_address THEN interval '-1 hour' ELSE interval '0' END
      FROM dk_breach_person p
     WHERE m.breach_person_id = p.id AND p.breach_id = :breachId AND ${NEVER_LEFT} AND ${IS_SURELY_UNTOLD}
    RETURNING m.breach_person_id)
  SELECT count(DISTINCT breach_person_id)::int AS people FROM again`

/** Batches are sent in their order, whatever a server's clock says. */
const HEAD_START = 3_600_000

/**
 * Writes a notice by mail for everybody affected who has none and whom nobody has told, protected addresses first, and puts
 * back what never left. May be called again: who was added later gets theirs, and nobody gets two. The caller holds the row of
 * the case.
 *
 * @returns to how many people notices are under way that were not before
 */
export const oweNotices = async (
  transaction: Knex.Transaction,
  breachId: string
): Promise<number> => {
  const bindings = { breachId, told: TOLD }
  const [again] = await selectRows<{ people: number }>(transaction, PUT_BACK, bindings)
  const people = await selectRows<{ id: string }>(
    transaction,
    `SELECT p.id FROM dk_breach_person p WHERE p.breach_id = :breachId AND NOT ${IS_TOLD} AND ${HAS_NO_MAIL}
      ORDER BY p.has_protected_address DESC, p.id`,
    bindings
  )
  const round = generateEntityId(undefined, "dkbrr")
  const begin = Date.now() - HEAD_START
  const rows = people.map(({ id }, index) => {
    const batch = Math.floor(index / BATCH)
    return {
      ...{ id: generateEntityId(undefined, "dkbrn"), breach_id: breachId, breach_person_id: id },
      ...{ notice_channel: "mail", batch: `${round}:${batch.toString()}` },
      next_attempt_at: new Date(begin + batch),
    }
  })
  await transaction.batchInsert("dk_breach_notice", rows, 1_000)
  return rows.length + (again?.people ?? 0)
}

/** How many people `oweNotices` would find. */
export const countToNotify = async (connection: Knex, breachId: string): Promise<number> => {
  const [row] = await selectRows<{ people: number }>(
    connection,
    `SELECT count(*)::int AS people FROM dk_breach_person p WHERE p.breach_id = :breachId AND NOT ${IS_TOLD}
        AND (${HAS_NO_MAIL} OR (${IS_SURELY_UNTOLD}
          AND EXISTS (SELECT 1 FROM dk_breach_notice m WHERE m.breach_person_id = p.id AND ${NEVER_LEFT})))`,
    { breachId, told: TOLD }
  )
  return row?.people ?? 0
}

/**
 * Takes back what has not begun to be sent. Whom it was for is as if never owed one, so that they can be when the case is
 * assessed anew. The caller holds the row of the case.
 */
export const dropUnbegun = async (
  transaction: Knex.Transaction,
  breachId: string
): Promise<void> => {
  // With a digest a mail may have left before it was put back.
  await transaction("dk_breach_notice")
    .where({ breach_id: breachId, done_at: null, attempts: 0, digest: null })
    .delete()
}
