import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import { countReach } from "../domain/certificate"
import type { CertificateBody } from "../domain/certificate"
import { mappedTables, registeredTables } from "../registry"
import { countKept } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { findDrift } from "./drift"
import type { ErasureRow } from "./erasure-row"

/** What a run changed and what was still there afterwards. */
export type Outcome = { erased: CategoryCount[]; left: CategoryCount[] }

/** A file of all orders that the store's file provider did not delete; its name would tell when it was made only. */
const EXPORT_FILE = { table: "file_storage", column: "order_export" }

/** Columns that nobody has classified, and files that could not be deleted. */
export const notCovered = async (
  transaction: Knex.Transaction,
  filesLeft: number
): Promise<{ table: string; column: string }[]> => [
  ...(await findDrift(transaction)).unclassified.map(({ table, column }) => ({ table, column })),
  ...Array.from({ length: filesLeft }, () => EXPORT_FILE),
]

/** What the last proof of an erasure says of what stayed; undefined before the first. */
export const lastProof = async (
  transaction: Knex.Transaction,
  erasureId: string
): Promise<Pick<CertificateBody, "left" | "waiting"> | undefined> => {
  const [proof] = await selectRows<Pick<CertificateBody, "left" | "waiting">>(
    transaction,
    `SELECT body->'left' AS left, body->'waiting' AS waiting FROM dk_personal_data_certificate
      WHERE erasure_id = ? ORDER BY created_at DESC LIMIT 1`,
    [erasureId]
  )
  return proof
}

/**
 * Stores the proof, in the transaction of the erasure.
 *
 * @returns whether the person is erased whole
 */
export const storeCertificate = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { facts, erased, left, filesLeft }: Outcome & { facts: Assessment; filesLeft: number }
): Promise<boolean> => {
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
    uncertain_orders: facts.uncertain.length + facts.others.length,
    company_orders: facts.keys.company_order.length,
    evidence: await countKept(transaction, facts),
    left,
    not_covered: await notCovered(transaction, filesLeft),
    reach: {
      ...countReach(mappedTables(facts.schema), facts.schema),
      map_digest: sha256(JSON.stringify(registeredTables())),
    },
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
