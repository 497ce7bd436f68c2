import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import type { CertificateBody } from "../domain/certificate"
import { emailDigest, keysOf } from "../domain/ledger-line"

export type KeptAfterErasure = Pick<CertificateBody, "kept_documents" | "kept_orders">

type Asked = { customer_ids: readonly string[]; emails: readonly string[] }

/** Of each erasure of the person, found by the ledger's digests, what its latest proof says is kept. */
const KEPT = `
  SELECT DISTINCT ON (c.erasure_id) c.body->'kept_documents' AS kept_documents, c.body->'kept_orders' AS kept_orders
    FROM dk_personal_data_certificate c
   WHERE c.erasure_id IN (
     SELECT l.erasure_id FROM dk_personal_data_ledger l
      WHERE l.customer_ids && :customers::text[]
         OR EXISTS (SELECT 1 FROM jsonb_array_elements(l.digests) AS d
                     WHERE d->>'kind' = 'email' AND d->>'digest' = ANY(:digests)))
   ORDER BY c.erasure_id, c.created_at DESC`

/**
 * What a law still keeps of somebody who was erased: documents and orders by number, each with its last day. Nobody's name
 * leads there any more, so it is found by the keyed digest of the e-mail and by the id the customer had.
 *
 * @param today `YYYY-MM-DD` in Denmark; what ended before it is gone
 */
export const findKeptAfterErasure = async (
  connection: Knex | Knex.Transaction,
  secrets: Secrets,
  { customer_ids: customers, emails }: Asked,
  today: string
): Promise<KeptAfterErasure> => {
  const keys = keysOf(secrets)
  const digests = emails.flatMap((email) => keys.map((key) => emailDigest(key, email)))
  const proofs = await selectRows<KeptAfterErasure>(connection, KEPT, {
    ...{ customers: [...customers], digests },
  })
  const lasts = ({ keep_through: day }: { keep_through: string | null }): boolean =>
    day === null || day >= today
  return {
    kept_documents: proofs.flatMap((proof) => proof.kept_documents).filter(lasts),
    kept_orders: proofs.flatMap((proof) => proof.kept_orders).filter(lasts),
  }
}
