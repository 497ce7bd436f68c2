import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../../shared/postgres"
import type { Secrets } from "../../../../shared/tokens"
import { digestsOf } from "../../domain/scan/digests"
import { SCAN_KINDS, searchForms } from "../../domain/scan/values"
import type { ScanKind } from "../../domain/scan/values"
import type { Assessment } from "../assess"
import { selectFor } from "../order-facts"

/** An order that a law keeps, or a company's, keeps its address; the company's contact goes. */
const ADDRESSES = `SELECT id, first_name, last_name, phone, address_1, false AS is_kept, false AS is_company FROM customer_address WHERE customer_id = ANY(:customer)
  UNION ALL SELECT id, first_name, last_name, phone, address_1, false, false FROM cart_address WHERE id = ANY(:cart_address || :orphan_address)
  UNION ALL SELECT id, first_name, last_name, phone, address_1, id = ANY(:kept_address), id = ANY(:company_address) FROM order_address WHERE id = ANY(:order_address)`

const NAME = `concat_ws(' ', nullif(trim(first_name), ''), nullif(trim(last_name), ''))`

/**
 * What the person's rows hold. An e-mail that rows left to staff carry as well is theirs, unless it is known to be the
 * person's.
 */
const VALUES = `WITH address AS (${ADDRESSES}),
  email AS (
    SELECT email FROM customer WHERE id = ANY(:customer) UNION SELECT email FROM "order" WHERE id = ANY(:order)
    UNION SELECT email FROM cart WHERE id = ANY(:cart)
    EXCEPT SELECT email FROM "order" WHERE id = ANY(:uncertain) EXCEPT SELECT email FROM cart WHERE id = ANY(:uncertain))
  SELECT 'email' AS kind, email AS value FROM email
  UNION SELECT 'email', unnest(:email)
  UNION SELECT 'phone', phone FROM customer WHERE id = ANY(:customer)
  UNION SELECT 'phone', phone FROM address
  UNION SELECT 'street', address_1 FROM address WHERE NOT is_kept AND NOT is_company
  UNION SELECT 'name', ${NAME} FROM customer WHERE id = ANY(:customer)
  UNION SELECT 'name', ${NAME} FROM address WHERE NOT is_kept`

type Row = { kind: ScanKind; value: string | null }

const ERASED = /@invalid\.invalid$/

/**
 * Stores keyed digests of what an erasure is about to erase, in its transaction, so that the whole database can be
 * looked through for it afterwards. The values themselves are stored nowhere.
 */
export const rememberValues = async (
  transaction: Knex.Transaction,
  erasureId: string,
  { facts, secrets }: { facts: Pick<Assessment, "keys">; secrets: Secrets }
): Promise<void> => {
  const rows = await selectFor<Row>(transaction, VALUES, facts.keys)
  const valuesOf = (kind: ScanKind): string[] =>
    rows.flatMap((row) =>
      row.kind === kind && row.value !== null && !ERASED.test(row.value) ? [row.value] : []
    )
  const [email, phone, street, name] = SCAN_KINDS.map(valuesOf)
  const forms = searchForms({
    email: email ?? [],
    phone: phone ?? [],
    street: street ?? [],
    name: name ?? [],
  })
  if (forms.length === 0) return
  const digests = digestsOf(secrets, forms)
  // The clock, not the beginning of the transaction: a scan that began meanwhile has not looked for them.
  await transaction.raw(
    `INSERT INTO dk_personal_data_scan_digest (id, erasure_id, kind, words, mark, digest, key_id, created_at)
     SELECT d.id, ?, d.kind, d.words, d.mark, d.digest, d.key_id, clock_timestamp()
       FROM unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[]) AS d(id, kind, words, mark, digest, key_id)
     ON CONFLICT (erasure_id, digest) DO NOTHING`,
    [
      erasureId,
      digests.map(() => generateEntityId(undefined, "dkscd")),
      digests.map(({ kind }) => kind),
      digests.map(({ words }) => words),
      digests.map(({ mark }) => mark),
      digests.map(({ digest }) => digest),
      digests.map(({ key_id: keyId }) => keyId),
    ]
  )
}

/**
 * A run that changed something is proven by a scan that begins after it: what earlier runs noted, and was not proven
 * yet, is looked for once more, and a scan that is under way does not forget it.
 */
export const lookForAgain = async (
  transaction: Knex.Transaction,
  erasureId: string
): Promise<void> => {
  await transaction.raw(
    "UPDATE dk_personal_data_scan_digest SET created_at = clock_timestamp() WHERE erasure_id = ?",
    [erasureId]
  )
}
