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
import { mappedTables, registeredRecipients, registeredSections } from "../../registry"
import { refuseForeignOrders } from "../confirmed-orders"
import { findKeptDocuments } from "../order-facts"
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

const accessHead = async (
  transaction: Knex.Transaction,
  { person, uncertain, keys }: Resolved
) => ({
  // A guest behind an address that several use is not certainly the person.
  customer_ids: [...keys.customer],
  emails: person.emails,
  orders_to_be_confirmed: uncertain.length,
  kept_documents: await findKeptDocuments(transaction, keys),
})

const aboutOf = ({ settings, locale }: ExportInput): Omit<InformationInput, "rules"> => ({
  locale,
  recipients: [...registeredRecipients(), ...settings.recipients],
  automatedDecisions: settings.automatedDecisions,
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
      ? { head: await accessHead(transaction, { ...resolved, keys }), about: aboutOf(input) }
      : null,
    sections: isAccess ? sectionsOf(keys, locale) : [],
    tables: tablesOf(schema, keys, profile),
  }
}
