/** What the starter texts are written from: the options and the record of processing. */
export type Controller = {
  name: string
  cvr: string
  address: string
  email: string
  phone?: string | undefined
  dpo?: string | undefined
}

export type StarterRecipient = {
  name: string
  /** ISO 3166-1 alpha-2, lower case. */
  country: string
  safeguard: string | null
  /** Outside the EU and EEA, and nothing is stated that protects the data there. */
  needs_safeguard: boolean
  purposes: readonly string[]
}

export type PolicyFacts = {
  /** Of customers' data, with how each is kept: `erasure`, `short`, `bookkeeping`, `evidence`. */
  categories: ReadonlyMap<string, readonly string[]>
  recipients: readonly StarterRecipient[]
  /** Decisions taken by automated means alone, in the reader's language; most shops have none. */
  automatedDecisions: readonly string[]
}

export type StarterLocale = "da" | "en"

/** Name of a country in a language; the code where there is none. */
export const countryName = (code: string, locale: StarterLocale): string =>
  new Intl.DisplayNames([locale === "da" ? "da-DK" : "en-GB"], { type: "region" }).of(
    code.toUpperCase()
  ) ?? code

/** Lines of a list, without those that do not apply. */
export const listOf = (lines: readonly (string | false)[]): string =>
  lines.flatMap((line) => (line === false ? [] : [`– ${line}`])).join("\n")
