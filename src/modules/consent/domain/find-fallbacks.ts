import { languageOf, noticeInForce } from "./choose-notice"
import type { NoticeVersion } from "./choose-notice"
import type { NoticeKind } from "./notice-data"

/** A text that is missing in a language; `uses` is the language of the one that stands in, null when none does. */
export type Fallback = {
  kind: NoticeKind
  purpose: string | null
  channel: string | null
  locale: string
  uses: string | null
}

type Subject = Pick<Fallback, "kind" | "purpose" | "channel">

/** Everybody who buys must be told, so a shop without any policy is told too. */
const ALWAYS: Subject = { kind: "privacy", purpose: null, channel: null }

const nameOf = ({ kind, purpose, channel }: Subject): string => [kind, purpose, channel].join(":")

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/**
 * Which texts people would get in another language than their own, or not at all: of each text that is in force in some
 * language, the languages of the shop it is not in force in.
 *
 * @param published versions for shoppers
 * @param wanted the languages the shop speaks
 * @param locales the shop's languages in the order they stand in for each other
 * @param at ISO 8601 in UTC
 */
export const findFallbacks = (
  published: readonly NoticeVersion[],
  wanted: readonly string[],
  locales: readonly string[],
  at: string
): Fallback[] => {
  const inForce = published.filter(({ effective_from: from }) => from <= at)
  const subjects = new Map([ALWAYS, ...inForce].map((text) => [nameOf(text), text]))
  return [...subjects]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([name, subject]) => {
      const texts = inForce.filter((text) => nameOf(text) === name)
      return wanted.flatMap((locale) => {
        const used = noticeInForce(texts, { locale, at }, locales)?.locale ?? null
        if (used !== null && languageOf(used) === languageOf(locale)) return []
        const { kind, purpose, channel } = subject
        return [{ kind, purpose, channel, locale, uses: used }]
      })
    })
}
