import { copenhagenDay } from "../../../../rules"
import { notFound } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { columnKinds } from "../../domain/export/found"
import type { ColumnKind } from "../../domain/export/found"
import type { InformationInput } from "../../domain/export/information"
import { tableCategory } from "../../domain/export/labels"
import { EXPORT_FORMAT } from "../../domain/export/schema"
import type { Locale } from "../../domain/export/words"
import { bindKeys, exportColumns, exportStatement } from "../../domain/statements"
import type { ExportProfile, Schema, SubjectKeys } from "../../domain/statements"
import type { Category } from "../../domain/table-map"
import type { PersonalDataSettings } from "../../options"
import { mappedTables, registeredSections } from "../../registry"
import { findAutomatedDecisions } from "../automated-decisions"
import { refuseForeignOrders } from "../confirmed-orders"
import { findKeptAfterErasure } from "../kept-after-erasure"
import { findKeptDocuments } from "../order-facts"
import { findRecipients } from "../recipients"
import { onlyCertain, resolveSubject } from "../resolve"
import type { Resolved, Subject } from "../resolve"
import { readSchema } from "../schema"
import { binderOf, KEY_NAMES } from "./bind"
import type { BoundStatement } from "./bind"

export type ExportInput = {
  subject: Subject
  profile: ExportProfile
  locale: Locale
  settings: PersonalDataSettings
  now: Date
}

/** The person's rows of one table; `kinds` says what the bits of a row's kinds stand for. */
export type ExportTable = {
  name: string
  category: Category
  columns: string[]
  kinds: ColumnKind[]
  statement: BoundStatement
}

export type ExportSectionRows = { name: string; title: string; statement: BoundStatement }

/** All that an export says but the rows, and what is said about them: those are read when they are written. */
export type ExportContents = {
  transaction: Knex.Transaction
  locale: Locale
  head: ReturnType<typeof headOf>
  /** Null in a portability export. */
  access: {
    head: Awaited<ReturnType<typeof accessHead>>
    about: Omit<InformationInput, "rules">
  } | null
  sections: ExportSectionRows[]
  tables: ExportTable[]
}

/**
 * Finds the person and checks that what is asked for can be given.
 *
 * @throws not_found for a customer id that does not exist
 * @throws invalid_data `confirmed_order_ids`
 */
export const resolveForExport = async (
  connection: Knex | Knex.Transaction,
  subject: Subject
): Promise<Resolved> => {
  const resolved = await resolveSubject(connection, subject)
  const { person } = resolved
  if (subject.customer_id !== undefined && !person.customers.includes(subject.customer_id)) {
    throw notFound("customer_id: no customer has this id.")
  }
  await refuseForeignOrders(connection, person, subject.confirmed_order_ids)
  return resolved
}

const tablesOf = (schema: Schema, keys: SubjectKeys, profile: ExportProfile): ExportTable[] => {
  const bind = binderOf(keys)
  return mappedTables(schema).flatMap((map) => {
    const statement = exportStatement(map, schema, KEY_NAMES, profile)
    if (!statement) return []
    return {
      name: map.table,
      category: tableCategory(map),
      columns: exportColumns(map, schema, profile),
      kinds: columnKinds(map, schema.get(map.table) ?? new Set()),
      statement: bind(statement),
    }
  })
}

const sectionsOf = (keys: SubjectKeys, locale: Locale): ExportSectionRows[] => {
  const bind = binderOf(keys)
  return registeredSections().map(({ name, title, sql }) => ({
    name,
    title: title[locale],
    statement: bind(bindKeys(`SELECT s.row::text AS row FROM (${sql}) AS s`, KEY_NAMES)),
  }))
}

/** What is kept of what was erased, without what is found by the rows that are left. */
const keptBefore = async (
  transaction: Knex.Transaction,
  { settings, subject, now }: ExportInput,
  { found, emails }: { found: readonly { number: string }[]; emails: readonly string[] }
) => {
  const customer_ids = subject.customer_id === undefined ? [] : [subject.customer_id]
  // Whoever opens an account may type any address: of an account only its own erasures are told.
  const asked = { customer_ids, emails: subject.email === undefined ? [] : emails }
  const today = copenhagenDay(now)
  const kept = await findKeptAfterErasure(transaction, settings.secrets, asked, today)
  const known = new Set(found.map(({ number }) => number))
  return [
    ...kept.kept_documents
      .filter(({ number }) => !known.has(number))
      .map(({ number, keep_through, law }) => ({
        ...{ kind: "document" as const, number, keep_through, law },
      })),
    ...kept.kept_orders.map(({ display_id, keep_through, law }) => ({
      ...{ kind: "order" as const, number: display_id.toString(), keep_through, law },
    })),
  ]
}

const accessHead = async (
  transaction: Knex.Transaction,
  input: ExportInput,
  { person, uncertain, keys }: Resolved
) => {
  const { emails } = person
  const documents = await findKeptDocuments(transaction, keys)
  return {
    // A guest behind an address that several use is not certainly the person.
    customer_ids: [...keys.customer],
    emails,
    orders_to_be_confirmed: uncertain.length,
    kept_documents: documents,
    kept_after_erasure: await keptBefore(transaction, input, { found: documents, emails }),
  }
}

const aboutOf = async (
  transaction: Knex.Transaction,
  { settings, locale }: ExportInput,
  keys: SubjectKeys
): Promise<Omit<InformationInput, "rules">> => ({
  locale,
  recipients: await findRecipients(transaction, settings),
  automatedDecisions: await findAutomatedDecisions(transaction, settings, keys),
  contact: settings.controller.email,
})

const headOf = ({ profile, locale, settings, now }: ExportInput) => {
  const { name, cvr, address, email, phone, dpo } = settings.controller
  return {
    format: EXPORT_FORMAT,
    profile,
    locale,
    created_at: now.toISOString(),
    controller: { name, cvr, address, email, phone, dpo },
  }
}

/** Looks up in one snapshot whose rows an export of the person holds, and what Art. 15 wants beside the copy. */
export const findContents = async (
  transaction: Knex.Transaction,
  input: ExportInput
): Promise<ExportContents> => {
  const { profile, locale } = input
  const resolved = await resolveForExport(transaction, input.subject)
  const keys = await onlyCertain(transaction, resolved.keys)
  const { all: schema } = await readSchema(transaction)
  const isAccess = profile === "access"
  return {
    transaction,
    locale,
    head: headOf(input),
    access: isAccess
      ? {
          head: await accessHead(transaction, input, { ...resolved, keys }),
          about: await aboutOf(transaction, input, keys),
        }
      : null,
    sections: isAccess ? sectionsOf(keys, locale) : [],
    tables: tablesOf(schema, keys, profile),
  }
}
