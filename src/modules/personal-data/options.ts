import { isAbsolute } from "node:path"
import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { optionError, parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { findRegistrationProblem } from "./domain/check-registration"
import { isInEea } from "./domain/export/eea"
import type { LedgerSink } from "./domain/ledger-sink"
import { PURPOSES } from "./domain/registration-schema"
import type { PersonalDataRegistration, Veto } from "./registration"

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null

const text = z.string().trim().min(1).max(500)

const recipientSchema = z
  .strictObject({
    /** The company, as people know it. */
    name: text,
    /** What it gets data for: sale, delivery, payment, account, service, bookkeeping, marketing … */
    purposes: z.array(z.enum(PURPOSES)).min(1),
    /** ISO 3166-1 alpha-2, of the country the data goes to. */
    country: z
      .string()
      .regex(/^[a-z]{2}$/i, "is not a country of two letters")
      .toLowerCase(),
    /** What protects the data outside the EU and EEA (GDPR Art. 46), e.g. "standard contractual clauses". */
    safeguard: text.optional(),
  })
  .refine(({ country, safeguard }) => safeguard !== undefined || isInEea(country), {
    path: ["safeguard"],
    message: "is needed for a country outside the EU and EEA",
  })

const isSink = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "append" in value &&
  "read" in value &&
  typeof value.append === "function" &&
  typeof value.read === "function"

const sinkSchema = z.union(
  [
    /** One line per row, written to the disk before it counts. */
    z.strictObject({
      /** The full path of the file. */
      file: z.string().refine(isAbsolute),
    }),
    z.custom<LedgerSink>(isSink),
  ],
  "must be { file } with the full path of a file, or an object with append(line) and read()"
)

export const personalDataSchema = z.strictObject({
  /** Hours an erasure started by staff can be called off; 0 erases at once. */
  graceHours: z.number().min(0).max(720).default(24),
  /** Milliseconds the full scan rests after each piece it reads (about 64 KB): more spares a busy database. */
  fullScanPause: z.number().int().min(0).max(1000).default(0),
  /** What the store's own modules keep of persons; the same as `registerPersonalData` takes. */
  register: z
    .array(
      z.custom<PersonalDataRegistration>(isObject, "must be a registration, such as { tables }")
    )
    .default([]),
  /** Asked before each erasure: a lower-case word stops it and is shown to staff, null lets it go on. */
  veto: z
    .custom<Veto["ask"]>((value) => typeof value === "function", "must be a function")
    .optional(),
  /** Who else gets personal data from the store: carriers, mail platform, bookkeeping … (GDPR Art. 15(1)(c)). */
  recipients: z.array(recipientSchema).default([]),
  /**
   * Decisions taken by automated means alone, such as a credit check: the logic, what follows from it, and how to
   * have it looked at by a person (GDPR Art. 15(1)(h), 22). Left out: the export says that there are none.
   */
  automatedDecisions: z
    .array(
      z.strictObject({
        /** In Danish. */
        da: text,
        /** In English. */
        en: text,
      })
    )
    .default([]),
  /**
   * Where the ledger of erasures stands outside the database, so that a restored backup does not bring erased people
   * back: a file on a disk that no backup of the database restores, or an object that appends a line to another store
   * and reads all lines again. Needed in production.
   */
  ledger: z
    .strictObject({
      /** `{ file }`, or an object with `append(line)` and `read()`. */
      sink: sinkSchema,
    })
    .optional(),
})

// The invoice section is checked by its own domain; only the start of the year matters here.
const financialYearSchema = z.object({
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
})

export type PersonalDataSettings = CommonSettings &
  z.infer<typeof personalDataSchema> &
  z.infer<typeof financialYearSchema>

const snippet = `personalData: { graceHours: 24, recipients: [{ name: "PostNord", purposes: ["delivery"], country: "dk" }] },`
const financialYearSnippet = `invoice: { financialYearStartsIn: 1 },`

const REGISTER_SNIPPET = `personalData: { register: [{ tables: [table("…").of(…).column("…", { … })] }] },`

const LEDGER_SNIPPET = `personalData: { ledger: { sink: { file: "/srv/ledger/dk-ledger.jsonl" } } },`

/** A start error that names which of the store's registrations is wrong, and in which table and column. */
export const registerError = (index: number, problem: string) =>
  optionError(`personalData.register.${index.toString()}`, `is wrong: ${problem}`, REGISTER_SNIPPET)

/** Settings of this domain from the plugin's options. Throws naming the option that is wrong. */
export const parsePersonalDataOptions = (
  options?: Record<string, unknown>
): PersonalDataSettings => {
  const section = parseSection(options, "personalData", personalDataSchema, snippet)
  section.register.forEach((registration, index) => {
    const problem = findRegistrationProblem(registration)
    if (problem !== null) throw registerError(index, problem)
  })
  const common = parseCommonOptions(options)
  if (section.ledger === undefined && isProduction()) {
    throw optionError("personalData.ledger", "is missing", LEDGER_SNIPPET)
  }
  return {
    ...common,
    ...section,
    ...parseSection(options, "invoice", financialYearSchema, financialYearSnippet),
  }
}
