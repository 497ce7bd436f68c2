import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { proofOf } from "../../domain/scan-result"
import type { ErasureProof, ScanResultBody } from "../../domain/scan-result"

type Row = {
  id: string
  is_whole: boolean
  body: ScanResultBody | null
  complete: boolean | null
  scanned_at: Date | null
  is_current: boolean | null
}

/** A result counts until the erasure runs again. */
const PROOFS = `SELECT e.id, c.complete AS is_whole, r.body, r.complete, r.created_at AS scanned_at, r.began >= c.created_at AS is_current
  FROM unnest(?::text[]) AS e(id)
  JOIN LATERAL (SELECT complete, created_at FROM dk_personal_data_certificate WHERE erasure_id = e.id ORDER BY created_at DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (
    SELECT x.body, x.complete, x.created_at, coalesce(s.started_at, x.created_at) AS began
      FROM dk_personal_data_scan_result x LEFT JOIN dk_personal_data_scan s ON s.id = x.scan_id
     WHERE x.erasure_id = e.id ORDER BY x.created_at DESC LIMIT 1) r ON true`

/** What is proven of each erasure; those that have no certificate yet are left out. */
export const readProofs = async (
  connection: Knex,
  erasureIds: readonly string[]
): Promise<Map<string, ErasureProof>> => {
  const rows = await selectRows<Row>(connection, PROOFS, [[...erasureIds]])
  return new Map(
    rows.map(({ id, is_whole: isWhole, body, complete, scanned_at: at, is_current: isCurrent }) => [
      id,
      proofOf(
        body && at
          ? { body, complete: complete ?? false, scanned_at: at, is_current: isCurrent ?? false }
          : null,
        isWhole
      ),
    ])
  )
}
