import type { EInvoiceFormat } from "../ubl/check"
import type { Problem } from "../ubl/check-einvoice"

/**
 * What a register says of a receiver of e-invoices. `unknown` is no verdict: nobody was asked, or nobody answered in a way
 * that could be read.
 */
export type ReceiverAnswer =
  | { status: "receives"; name: string | null; formats: readonly EInvoiceFormat[] }
  | { status: "does_not_receive"; name: string | null }
  | { status: "unknown" }

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The register has written its names in camelCase and in PascalCase. */
const lowered = (value: Fields): Fields =>
  Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]))

const fieldsOf = (value: unknown): Fields => (isObject(value) ? lowered(value) : {})

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null

/** A thing with a name, or the name itself. */
const nameOf = (value: unknown): string => textOf(value) ?? textOf(fieldsOf(value).name) ?? ""

/** Every object in the answer that says it is about a profile. */
const registrationsIn = (value: unknown): Fields[] => {
  if (Array.isArray(value)) return value.flatMap(registrationsIn)
  if (!isObject(value)) return []
  const fields = lowered(value)
  const own = nameOf(fields.profile) === "" ? [] : [fields]
  return [...own, ...Object.values(fields).flatMap(registrationsIn)]
}

const isFalse = (value: unknown): boolean => value === false || value === "false"

/** Profiles of invoices by their names: Peppol BIS Billing; OIOUBL's BilSim and the older NES profile 5. */
const formatOf = (registration: Fields): EInvoiceFormat | null => {
  const profile = fieldsOf(registration.profile)
  const flag = (key: string): unknown => registration[key] ?? profile[key]
  const name = nameOf(registration.profile)
  if (/billing/i.test(name) && /peppol|poacc/i.test(name)) {
    return isFalse(flag("ispeppolenabled")) ? null : "peppol"
  }
  if (/bilsim|nesubl\.eu:profiles:profile5/i.test(name)) {
    return isFalse(flag("isnhas4enabled")) ? null : "oioubl"
  }
  return null
}

/** A receiver of invoices is their customer; an answer that names no role is taken as it is. */
const isCustomer = ({ role }: Fields): boolean => {
  const name = nameOf(role)
  return name === "" || name.toLowerCase() === "customer"
}

/** Reads an answer of Nemhandel's register (`search/networkLookup`); what cannot be read is `unknown`. */
export const readNemhandelAnswer = (body: unknown): ReceiverAnswer => {
  const receivers = fieldsOf(body).modtagere
  if (!Array.isArray(receivers)) return { status: "unknown" }
  const participant = fieldsOf(fieldsOf(receivers[0]).participant)
  const name = textOf(participant.unitname)
  const registrations = registrationsIn(receivers).filter(isCustomer)
  const formats = new Set(registrations.flatMap((registration) => formatOf(registration) ?? []))
  if (formats.size > 0) return { status: "receives", name, formats: [...formats].sort() }
  // A participant without anything that can be read as a profile may be written in a way of tomorrow.
  const isReadable = receivers.length === 0 || registrationsIn(receivers).length > 0
  return isReadable ? { status: "does_not_receive", name } : { status: "unknown" }
}

type Wanted = {
  /** The format staff asked for. */
  asked: EInvoiceFormat | null
  /** For a receiver nobody knows. */
  fallback: EInvoiceFormat
}

/**
 * The formats a receiver may be sent, the preferred first: the one staff asked for alone, else those it is registered for,
 * Peppol before OIOUBL. Of a receiver nobody knows it is the fallback alone. Empty when the receiver takes none of it.
 */
const formatsFor = (answer: ReceiverAnswer, { asked, fallback }: Wanted): EInvoiceFormat[] => {
  if (answer.status === "unknown") return [asked ?? fallback]
  if (answer.status === "does_not_receive") return []
  return (["peppol", "oioubl"] as const).filter(
    (format) => answer.formats.includes(format) && (asked === null || asked === format)
  )
}

/**
 * The format a receiver is sent: the first that it takes and would not refuse the document in. When it would refuse it in
 * each, the preferred one with its problems; null when the receiver takes none.
 */
export const chooseFormat = (
  answer: ReceiverAnswer,
  { problemsIn, ...wanted }: Wanted & { problemsIn: (format: EInvoiceFormat) => Problem[] }
): { format: EInvoiceFormat; problems: Problem[] } | null => {
  const choices = formatsFor(answer, wanted).map((format) => ({
    format,
    problems: problemsIn(format),
  }))
  return choices.find(({ problems }) => problems.length === 0) ?? choices[0] ?? null
}
