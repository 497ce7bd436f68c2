import { z } from "@medusajs/framework/zod"
import { optionError, parseCommonOptions, parseSection } from "../../shared/options"
import type { CommonSettings } from "../../shared/options"
import { findRegistrationProblem } from "./domain/check-registration"
import type { PersonalDataRegistration, Veto } from "./registration"

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null

const personalDataSchema = z.strictObject({
  /** Hours an erasure started by staff can be called off; 0 erases at once. */
  graceHours: z.number().min(0).max(720).default(24),
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
})

// The invoice section is checked by its own domain; only the start of the year matters here.
const financialYearSchema = z.object({
  financialYearStartsIn: z.number().int().min(1).max(12).default(1),
})

export type PersonalDataSettings = CommonSettings &
  z.infer<typeof personalDataSchema> &
  z.infer<typeof financialYearSchema>

const snippet = `personalData: { graceHours: 24 },`
const financialYearSnippet = `invoice: { financialYearStartsIn: 1 },`

const REGISTER_SNIPPET = `personalData: { register: [{ tables: [table("…").of(…).column("…", { … })] }] },`

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
  return {
    ...parseCommonOptions(options),
    ...section,
    ...parseSection(options, "invoice", financialYearSchema, financialYearSnippet),
  }
}
