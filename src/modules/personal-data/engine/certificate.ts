import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { countKept, countPending } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { findDrift } from "./drift"
import type { ErasureRow } from "./erasure-row"

/** The proof that is stored: no names, no addresses, no e-mail. */
type CertificateBody = {
  erased: CategoryCount[]
  kept_documents: { number: string; keep_through: string | null; law: string }[]
  kept_orders: { display_id: number; keep_through: string; law: string; reason: string }[]
  waiting: { id: string; display_id: number | null; reason: string }[]
  overridden: { id: string; display_id: number | null; reason: string }[]
  uncertain_orders: number
  evidence: CategoryCount[]
  left: CategoryCount[]
  not_covered: { table: string; column: string }[]
}

/**
 * Reads back all that was reachable and stores the proof, in the transaction of the erasure.
 *
 * @returns whether the person is erased whole
 */
export const storeCertificate = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Assessment,
  erased: CategoryCount[]
): Promise<boolean> => {
  const left = await countPending(transaction, facts)
  const body: CertificateBody = {
    erased,
    kept_documents: facts.keptDocuments.map(({ number, keep_through, law }) => ({
      number,
      keep_through,
      law,
    })),
    kept_orders: facts.keptOrders.map(({ display_id, keep_through, law, reason }) => ({
      display_id,
      keep_through,
      law,
      reason,
    })),
    waiting: facts.blocked,
    overridden: facts.overridden,
    uncertain_orders: facts.uncertain.length,
    evidence: await countKept(transaction, facts),
    left,
    not_covered: (await findDrift(transaction)).unclassified.map(({ table, column }) => ({
      table,
      column,
    })),
  }
  const complete = left.length === 0 && facts.blocked.length === 0
  await transaction("dk_personal_data_certificate").insert({
    id: generateEntityId(undefined, "dkcert"),
    erasure_id: erasure.id,
    complete,
    body: JSON.stringify(body),
  })
  return complete
}
