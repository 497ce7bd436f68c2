import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { orderLock, selectRows, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import { archiveCopies } from "../domain/archive-copies"
import type { ArchiveCopy } from "../domain/archive-copies"
import { toCanonicalText } from "../domain/canonical-text"
import type { MissingField } from "../domain/missing-fields"
import type { OrderFacts } from "../domain/order-facts"
import { readContent } from "../domain/requested-document"
import { keepOutside, overSince } from "../external/keep-outside"
import type { InvoiceSettings } from "../options"
import { lockSeries } from "../sealing/take-number"

export type ArchiveWork = {
  settings: InvoiceSettings
  facts: OrderFacts
  /** Id of the staff user. */
  sealedBy: string
  /** Only tell what would be kept. */
  isDryRun: boolean
}

type Planned = { copies: ArchiveCopy[]; missing: MissingField[] }

const plan = async (
  connection: Knex | Knex.Transaction,
  { settings, facts }: ArchiveWork
): Promise<Planned> => {
  const rows = await selectRows<{ cause: string; content: string }>(
    connection,
    "SELECT cause, content FROM dk_invoice_archive WHERE order_id = ? ORDER BY created_at, id",
    [facts.order_id]
  )
  const { id, name, cvr, address, email, phone = null } = settings.controller
  const archived = {
    causes: new Set(rows.map(({ cause }) => cause)),
    documents: rows.map(({ content }) => readContent(content)),
  }
  return archiveCopies(facts, archived, () => ({
    controller_id: id,
    seller: { name, cvr, address, email, phone },
    series: facts.money === "test" ? "test" : "live",
    number: generateEntityId("", "dkiarc"),
  }))
}

const INSERT = `INSERT INTO dk_invoice_archive (id, controller_id, order_id, cause, kind, concerns_on, content, digest, sealed_by, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())`

const seal = async (
  transaction: Knex.Transaction,
  { settings, facts, sealedBy }: ArchiveWork,
  { cause, concerns_on: day, content }: ArchiveCopy
): Promise<void> => {
  const salt = randomBytes(32).toString("hex")
  const text = toCanonicalText({ ...content, salt, previous_digest: null })
  await transaction.raw(INSERT, [
    ...[content.number, settings.controller.id, facts.order_id, cause, content.kind, day],
    ...[text, sha256(text), sealedBy],
  ])
}

/** True for copies that bookkeeping keeps no longer: they would be gone the next night. */
const isPastTerm = async (
  connection: Knex | Knex.Transaction,
  { settings, facts: { order_id: orderId } }: ArchiveWork,
  copies: readonly ArchiveCopy[]
): Promise<boolean> => {
  const days = copies.map(({ concerns_on: day }) => day)
  const today = copenhagenDay(new Date())
  return (await overSince(connection, { settings, orderId, days, today })) !== null
}

/**
 * Keeps copies of what an order from before the plugin was sold for, sealed and without a number, until the bookkeeping
 * act's term is over. The same again keeps nothing more; a later refund is kept beside them.
 *
 * @returns how many copies are new, and what stands in the way of one
 */
export const archiveOrder = (
  connection: Knex,
  work: ArchiveWork
): Promise<{ sealed: number; missing: MissingField[] }> =>
  withLock(connection, orderLock(work.facts.order_id), async (transaction) => {
    const { copies, missing } = await plan(transaction, work)
    if (copies.length > 0 && (await isPastTerm(transaction, work, copies))) {
      return { sealed: 0, missing: [] }
    }
    if (!work.isDryRun && copies.length > 0) {
      const { settings, facts } = work
      await lockSeries(transaction, settings.controller.id)
      for (const copy of copies) await seal(transaction, work, copy)
      await keepOutside(transaction, { settings, orderId: facts.order_id, cause: "archived" })
    }
    return { sealed: copies.length, missing }
  })
