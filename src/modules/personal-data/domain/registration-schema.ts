import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../shared/lazy"
import type { ZodType } from "@medusajs/framework/zod"
import type {
  Basis,
  Category,
  ColumnRule,
  Origin,
  PathRule,
  Purpose,
  Retention,
  TableMap,
} from "./table-map"

/** The words of a type, complete: a word more in the type and this file does not compile. */
const wordsOf = <Word extends string>(words: Record<Word, true>): Word[] =>
  Object.keys(words) as Word[]

export const PURPOSES = wordsOf<Purpose>({
  sale: true,
  delivery: true,
  payment: true,
  account: true,
  service: true,
  bookkeeping: true,
  marketing: true,
  accountability: true,
  operation: true,
  administration: true,
})

export const CATEGORIES = wordsOf<Category>({
  account: true,
  login: true,
  address: true,
  cart: true,
  order_contact: true,
  order_note: true,
  delivery: true,
  payment: true,
  sent_message: true,
  company: true,
  consent: true,
  newsletter: true,
  technical: true,
  invoice: true,
  evidence: true,
  staff: true,
})

const ORIGINS = wordsOf<Origin>({ provided: true, observed: true, derived: true, internal: true })

export const BASES = wordsOf<Basis>({
  contract: true,
  legal_obligation: true,
  consent: true,
  legitimate_interest: true,
})

export const RETENTIONS = wordsOf<Retention>({
  erasure: true,
  short: true,
  bookkeeping: true,
  evidence: true,
})

const oneOf = (words: readonly string[]) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` })

const text = (what: string) => z.string({ error: `must be ${what}` }).min(1, `must be ${what}`)

const STRATEGIES = ["null", "empty_text", "empty_object", "placeholder_email", "keep"] as const
const ERASE = `must be ${STRATEGIES.join(", ")}, { sql } or { when, then }`
const sqlStrategy = lazy(() => z.strictObject({ sql: text("SQL") }))
const plainStrategy = lazy(() => z.union([z.enum(STRATEGIES), sqlStrategy()], { error: ERASE }))
const eraseSchema = lazy(() =>
  z.union([plainStrategy(), z.strictObject({ when: text("SQL"), then: plainStrategy() })], {
    error: ERASE,
  })
)

const pathRule = lazy((): ZodType<PathRule> =>
  z.union(
    [z.strictObject({ keep: text("a reason") }), z.strictObject({ secret: z.literal(true) })],
    { error: "must be { keep: reason } or { secret: true }" }
  )
)

const columnFields = lazy(
  () =>
    ({
      category: oneOf(CATEGORIES),
      purpose: oneOf(PURPOSES),
      origin: oneOf(ORIGINS),
      basis: oneOf(BASES),
      retention: oneOf(RETENTIONS),
      erase: eraseSchema(),
      portable: z.boolean().optional(),
      secret: z.boolean().optional(),
      paths: z.record(z.string(), pathRule()).optional(),
    }) satisfies Record<keyof ColumnRule, ZodType>
)

/** A name of the database, as it stands between double quotes. */
const name = lazy(() => z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "is no name of a column"))

const reasons = lazy(() => z.record(name(), text("a reason")))

/** A declaration also carries the functions it was built with, so other fields pass. */
export const tableSchema = lazy(() =>
  z.object({
    table: z
      .string({ error: "must be the name of a table" })
      .regex(/^[A-Za-z_*][A-Za-z0-9_*]*$/, "is no name of a table"),
    subject: text("SQL; use table(…).of(…)"),
    rowsRemoved: z.boolean(),
    columns: z.record(name(), z.strictObject(columnFields())),
    context: reasons(),
    free: reasons(),
    also: z.record(name(), text("SQL")),
  } satisfies Record<keyof TableMap, ZodType>)
)

const word = lazy(() => text("a name"))
const lowerCase = lazy(() =>
  z.string().regex(/^[a-z][a-z0-9_]*$/, "must be lower-case letters and underscores")
)
const named = lazy(() => z.strictObject({ name: word(), sql: text("SQL") }))

/** Everything of a registration but its tables, which have errors of their own. */
export const otherPartsSchema = lazy(() =>
  z.strictObject({
    tables: z.array(z.unknown(), { error: "must be a list of tables" }).optional(),
    columns: z
      .array(
        z.strictObject({
          table: word(),
          personal: z.record(name(), z.strictObject(columnFields())).optional(),
          context: reasons().optional(),
          free: reasons().optional(),
        })
      )
      .optional(),
    coverage: named().optional(),
    keptDocuments: named().optional(),
    blocks: named().optional(),
    companies: named().optional(),
    documentNumbers: named().optional(),
    veto: z
      .strictObject({
        name: word().refine(
          (value) => value !== "host",
          "is the name of the option personalData.veto"
        ),
        ask: z.custom((value) => typeof value === "function", "must be a function"),
      })
      .optional(),
    keys: z
      .array(
        z.strictObject({ table: word(), column: name(), paths: z.record(z.string(), pathRule()) })
      )
      .optional(),
    sections: z
      .array(
        z.strictObject({
          name: lowerCase(),
          title: z.strictObject({ da: text("a title"), en: text("a title") }),
          sql: text("SQL"),
        })
      )
      .optional(),
    retention: z
      .array(
        z.strictObject({ name: lowerCase(), sql: text("SQL"), tables: z.array(word()).optional() })
      )
      .optional(),
    recipientRegister: named().optional(),
    automatedDecisions: z
      .array(
        z.strictObject({
          name: lowerCase(),
          text: z.strictObject({ da: text("a sentence"), en: text("a sentence") }),
          sql: text("SQL"),
          inUse: text("SQL"),
        })
      )
      .optional(),
    recipients: z
      .array(
        z.strictObject({
          name: word(),
          purposes: z.array(oneOf(PURPOSES)).min(1, "must name a purpose"),
          country: z.string().regex(/^[a-z]{2}$/, "must be two lower-case letters, such as dk"),
          safeguard: text("what protects the data").optional(),
        })
      )
      .optional(),
  })
)
