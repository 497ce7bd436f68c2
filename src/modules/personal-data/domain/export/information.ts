import type { Basis, Category, Origin, Purpose, Retention } from "../table-map"
import { isInEea } from "./eea"
import type { FoundRule } from "./found"
import {
  BASIS_WORDS,
  CATEGORY_WORDS,
  COMPLAINT,
  DATATILSYNET,
  NO_AUTOMATED_DECISIONS,
  NO_SAFEGUARD,
  SAFEGUARD_NOT_STATED,
  PURPOSE_WORDS,
  RETENTION_WORDS,
  RIGHT_WORDS,
  ROLE_WORDS,
  SOURCE_WORDS,
} from "./words"
import type { Locale, Right, Text } from "./words"

/** Somebody the store hands data to. */
export type ToldRecipient = {
  name: string
  /** What they are to the shop; absent when nobody has said. */
  role?: keyof typeof ROLE_WORDS | undefined
  purposes: readonly Purpose[]
  country: string
  safeguard?: string | undefined
}

export type InformationInput = {
  locale: Locale
  /** What occurs in the person's rows. */
  rules: readonly FoundRule[]
  recipients: readonly ToldRecipient[]
  automatedDecisions: readonly Text[]
  contact: string
}

/** What Art. 15(1)(a)-(h) and (2) GDPR tells beside the copy, about this person's data only. */
export type Information = {
  purposes: { purpose: Purpose; title: string; bases: { basis: Basis; title: string }[] }[]
  categories: { category: Category; title: string }[]
  recipients: {
    name: string
    /** In words; null when nobody has said. */
    role: string | null
    purposes: string[]
    country: string
    in_eea: boolean
    safeguard: string
  }[]
  storage: { retention: Retention; categories: string[]; text: string }[]
  rights: { right: Right; text: string }[]
  rights_contact: string
  complaint: { text: string } & typeof DATATILSYNET
  sources: { origin: Exclude<Origin, "provided">; categories: string[]; text: string }[]
  automated_decisions: string[]
}

/** What of `words` is used, in their order, once. */
export const inOrderOf = <Key extends string>(
  words: Readonly<Record<Key, Text>>,
  used: readonly string[]
): Key[] => (Object.keys(words) as Key[]).filter((key) => used.includes(key))

const categoriesOf = (rules: readonly FoundRule[], locale: Locale): string[] =>
  inOrderOf(
    CATEGORY_WORDS,
    rules.map(({ category }) => category)
  ).map((category) => CATEGORY_WORDS[category][locale])

/** What data is used for, each with what allows it. */
export const purposesIn = ({
  rules,
  locale,
}: Pick<InformationInput, "rules" | "locale">): Information["purposes"] =>
  inOrderOf(
    PURPOSE_WORDS,
    rules.map(({ purpose }) => purpose)
  ).map((purpose) => ({
    purpose,
    title: PURPOSE_WORDS[purpose][locale],
    bases: inOrderOf(
      BASIS_WORDS,
      rules.filter((rule) => rule.purpose === purpose).map(({ basis }) => basis)
    ).map((basis) => ({ basis, title: BASIS_WORDS[basis][locale] })),
  }))

const recipientsIn = ({
  rules,
  locale,
  recipients,
}: InformationInput): Information["recipients"] => {
  const used = new Set(rules.map(({ purpose }) => purpose))
  return recipients
    .filter(({ purposes }) => purposes.some((purpose) => used.has(purpose)))
    .map(({ name, role, purposes, country, safeguard }) => ({
      name,
      role: role === undefined ? null : ROLE_WORDS[role][locale],
      purposes: purposes
        .filter((purpose) => used.has(purpose))
        .map((purpose) => PURPOSE_WORDS[purpose][locale]),
      country,
      in_eea: isInEea(country),
      // A plugin may register a recipient without one: the person is not told that none is needed.
      safeguard: safeguard ?? (isInEea(country) ? NO_SAFEGUARD : SAFEGUARD_NOT_STATED)[locale],
    }))
}

const rightsIn = ({ rules, locale }: InformationInput): Information["rights"] => {
  const canWithdraw = rules.some(
    ({ basis, category }) =>
      basis === "consent" || category === "consent" || category === "newsletter"
  )
  return (Object.keys(RIGHT_WORDS) as Right[])
    .filter((right) => right !== "withdrawal" || canWithdraw)
    .map((right) => ({ right, text: RIGHT_WORDS[right][locale] }))
}

/** Builds the information; only what occurs is named, rights and complaint always. */
export const informationOf = (input: InformationInput): Information => {
  const { rules, locale, automatedDecisions, contact } = input
  return {
    purposes: purposesIn(input),
    categories: inOrderOf(
      CATEGORY_WORDS,
      rules.map(({ category }) => category)
    ).map((category) => ({ category, title: CATEGORY_WORDS[category][locale] })),
    recipients: recipientsIn(input),
    storage: inOrderOf(
      RETENTION_WORDS,
      rules.map(({ retention }) => retention)
    ).map((retention) => ({
      retention,
      categories: categoriesOf(
        rules.filter((rule) => rule.retention === retention),
        locale
      ),
      text: RETENTION_WORDS[retention][locale],
    })),
    rights: rightsIn(input),
    rights_contact: contact,
    complaint: { text: COMPLAINT[locale], ...DATATILSYNET },
    sources: inOrderOf(
      SOURCE_WORDS,
      rules.map(({ origin }) => origin)
    ).map((origin) => ({
      origin,
      categories: categoriesOf(
        rules.filter((rule) => rule.origin === origin),
        locale
      ),
      text: SOURCE_WORDS[origin][locale],
    })),
    automated_decisions:
      automatedDecisions.length > 0
        ? automatedDecisions.map((text) => text[locale])
        : [NO_AUTOMATED_DECISIONS[locale]],
  }
}
