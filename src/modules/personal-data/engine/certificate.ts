import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import { countReach } from "../domain/certificate"
import type { CertificateBody } from "../domain/certificate"
import { mappedTables, registeredTables } from "../registry"
import { countKept, countPending } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { findDrift } from "./drift"
import type { ErasureRow } from "./erasure-row"

/** A file of all orders that the store's file provider did not delete; its name would tell when it was made only. */
const EXPORT_FILE = { table: "file_storage", column: "order_export" }

/**
 * Reads back all that was reachable and stores the proof, in the transaction of the erasure.
 *
 * @returns whether the person is erased whole
 */
export const storeCertificate = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { facts, erased, filesLeft }: { facts: Assessment; erased: CategoryCount[]; filesLeft: number }
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
    uncertain_orders: facts.uncertain.length + facts.others.length,
    company_orders: facts.keys.company_order.length,
    evidence: await countKept(transaction, facts),
    left,
    not_covered: [
      ...(await findDrift(transaction)).unclassified.map(({ table, column }) => ({
        table,
        column,
      })),
      ...Array.from({ length: filesLeft }, () => EXPORT_FILE),
    ],
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
