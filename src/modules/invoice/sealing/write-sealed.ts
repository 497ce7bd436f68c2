import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import { toCanonicalText } from "../domain/canonical-text"
import type { InvoiceDocument } from "../domain/document"

/** A document with its place, ready to be written. */
export type NewSealed = {
  seriesId: string
  orderId: string
  number: number
  document: InvoiceDocument
  amends: string | null
  keepThrough: string | null
}

/** SQL of a new row's id. */
const newId = (prefix: string): string =>
  `'${prefix}_' || replace(gen_random_uuid()::text, '-', '')`

/** One question, because the series is held by it: the number is taken and everything of it stands, or nothing does. */
const WRITE = `WITH
  taken AS (UPDATE dk_invoice_series SET next_number = :number + 1, last_digest = :digest, updated_at = now() WHERE id = :series),
  stub AS (INSERT INTO dk_invoice (id, controller_id, series_id, issued_on, number, kind, digest, previous_digest)
    VALUES (:invoice, :controllerId, :series, :issuedOn, :number, :kind, :digest, :previousDigest)),
  sealed AS (INSERT INTO dk_invoice_document (id, controller_id, invoice_id, order_id, amends, content)
    VALUES (${newId("dkidoc")}, :controllerId, :invoice, :orderId, :amends, :content)),
  caused AS (INSERT INTO dk_invoice_cause (id, controller_id, series_id, issued_on, order_id, cause)
    VALUES (${newId("dkicau")}, :controllerId, :series, :issuedOn, :orderId, :cause)),
  announced AS (INSERT INTO dk_invoice_announcement (id, controller_id, invoice_id)
    VALUES (${newId("dkiann")}, :controllerId, :invoice))
  INSERT INTO dk_invoice_keep (id, controller_id, invoice_id, position, keep_through, cause, decided_by)
    VALUES (${newId("dkikeep")}, :controllerId, :invoice, 1, :keepThrough, 'issued', 'system')`

/**
 * Takes the held number for a document: stub, document, cause, announcement and date of keeping.
 *
 * @returns the invoice's id
 */
export const writeSealed = async (
  transaction: Knex.Transaction,
  { seriesId, orderId, number, document, amends, keepThrough }: NewSealed
): Promise<string> => {
  const content = toCanonicalText(document)
  const invoice = generateEntityId("", "dkinv")
  await selectRows(transaction, WRITE, {
    invoice,
    controllerId: document.controller_id,
    series: seriesId,
    orderId,
    number,
    kind: document.kind,
    cause: document.cause,
    issuedOn: document.issued_on,
    digest: sha256(content),
    previousDigest: document.previous_digest,
    amends,
    content,
    keepThrough,
  })
  return invoice
}
