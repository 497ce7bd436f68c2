import type { NoticeKind } from "./notice-data"

/** A published version, as far as choosing needs to know it. */
export type NoticeVersion = {
  id: string
  kind: NoticeKind
  purpose: string | null
  channel: string | null
  /** BCP 47. */
  locale: string
  version: number
  sha256: string
  /** ISO 8601 in UTC. */
  effective_from: string
}

/** When and how a text met somebody. */
export type Sight = {
  /** False: staff acted on the person's behalf, so no page showed anything. */
  on_screen: boolean
  locale: string | null
  /** ISO 8601 in UTC. */
  at: string
}

export type ShownNotice = { notice: NoticeVersion; source: "asserted" | "assumed" | "sent" }

/** Texts everybody who buys or registers is told, so that the one in force is assumed when the storefront says nothing. */
export const ASSUMED_KINDS = ["privacy", "terms"] as const satisfies readonly NoticeKind[]

/** `da-DK` → `da`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? ""

/** Whether a version came into force after another one; the higher number when both did at once. */
export const isNewer = (a: NoticeVersion, b: NoticeVersion): boolean =>
  a.effective_from === b.effective_from
    ? a.version > b.version
    : a.effective_from > b.effective_from

const newest = (notices: readonly NoticeVersion[]): NoticeVersion | undefined =>
  notices.reduce<NoticeVersion | undefined>(
    (best, notice) => (!best || isNewer(notice, best) ? notice : best),
    undefined
  )

/** Languages to look for, the wanted one first: exactly, then without its region, then the shop's own. */
const wanted = (locale: string | null, locales: readonly string[]): string[] =>
  [...(locale === null ? [] : [locale, languageOf(locale)]), ...locales].map((tag) =>
    tag.toLowerCase().replace("_", "-")
  )

/** The version of one kind in force at a time, in the first language that has one. */
export const noticeInForce = (
  published: readonly NoticeVersion[],
  { locale, at }: Pick<Sight, "locale" | "at">,
  locales: readonly string[]
): NoticeVersion | undefined => {
  const inForce = published.filter(({ effective_from: from }) => from <= at)
  for (const tag of wanted(locale, locales)) {
    const exact = inForce.filter((notice) => notice.locale.toLowerCase() === tag)
    const near = inForce.filter((notice) => languageOf(notice.locale) === tag)
    const notice = newest(exact) ?? newest(near)
    if (notice) return notice
  }
  return undefined
}

/**
 * The notice of one kind that a purchase or a registration is evidence of. What the storefront says it showed is *asserted*;
 * otherwise the version in force for the person's language, or at last for any, is *assumed*, or, for what staff did, counted as
 * *sent* with the confirmation. Null when none was in force: nothing is claimed then.
 *
 * @param asserted versions the storefront posted
 * @param published all published versions of the kind
 * @param locales the shop's languages, the first of which stands in
 */
export const chooseNotice = (
  sight: Sight,
  asserted: readonly NoticeVersion[],
  published: readonly NoticeVersion[],
  locales: readonly string[]
): ShownNotice | null => {
  const said = sight.on_screen ? newest(asserted) : undefined
  if (said) return { notice: said, source: "asserted" }
  const notice =
    noticeInForce(published, sight, locales) ??
    newest(published.filter(({ effective_from: from }) => from <= sight.at))
  return notice ? { notice, source: sight.on_screen ? "assumed" : "sent" } : null
}

const subjectOf = ({ kind, purpose, channel }: NoticeVersion): string =>
  [kind, purpose, channel].join(":")

/**
 * All notices a purchase or a registration is evidence of: policy and terms, said or taken for granted, and every other text
 * only when the storefront said it showed it. One for each kind, purpose and channel.
 */
export const chooseShown = (
  sight: Sight,
  asserted: readonly NoticeVersion[],
  published: readonly NoticeVersion[],
  locales: readonly string[]
): ShownNotice[] => {
  const assumed = ASSUMED_KINDS.flatMap((kind) => {
    const ofKind = (notices: readonly NoticeVersion[]) =>
      notices.filter((notice) => notice.kind === kind)
    return chooseNotice(sight, ofKind(asserted), ofKind(published), locales) ?? []
  })
  const isAssumed = (kind: NoticeKind) => ASSUMED_KINDS.some((known) => known === kind)
  const others = sight.on_screen ? asserted.filter(({ kind }) => !isAssumed(kind)) : []
  const said = [...new Set(others.map(subjectOf))].flatMap((subject) => {
    const notices = others.filter((notice) => subjectOf(notice) === subject)
    return chooseNotice(sight, notices, [], []) ?? []
  })
  return [...assumed, ...said]
}
