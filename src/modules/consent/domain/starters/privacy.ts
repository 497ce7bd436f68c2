import type { NoticeData } from "../notice-data"
import type { Controller, PolicyFacts, StarterLocale } from "./facts"
import { DEADLINES_DA, privacyDa } from "./privacy-da"
import { DEADLINES_EN, privacyEn } from "./privacy-en"

/** Proof of a consent has a deadline of its own, two years (`proofKept`). */
const deadlineOf = (
  words: Readonly<Record<string, string>>,
  category: string,
  retentions: readonly string[]
): string =>
  category === "consent"
    ? (words.consent ?? "")
    : retentions.map((retention) => words[retention] ?? retention).join("; ")

/** A privacy policy from the map, with the declaration that fits it. */
export const starterPrivacy = (
  controller: Controller,
  locale: StarterLocale,
  facts: PolicyFacts
): { body: string; data: NoticeData } => {
  const words = locale === "da" ? DEADLINES_DA : DEADLINES_EN
  const deadlines = [...facts.categories].map(([category, retentions]): [string, string] => [
    category,
    deadlineOf(words, category, retentions),
  ])
  return {
    body: (locale === "da" ? privacyDa : privacyEn)(controller, facts),
    data: {
      declares: {
        categories: [...facts.categories.keys()],
        recipients: facts.recipients.map(({ name }) => name),
        deadlines: Object.fromEntries(deadlines),
      },
    },
  }
}
