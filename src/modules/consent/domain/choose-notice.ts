/** A published version, as far as choosing needs to know it. */
export type NoticeVersion = {
  id: string
  locale: string
  version: number
  sha256: string
  /** ISO 8601 in UTC. */
  effective_from: string
}

/** What is known of a purchase when its evidence is written. */
export type PurchaseFacts = {
  /** Null: staff made the order on the buyer's behalf, so no checkout showed anything. */
  cart_id: string | null
  locale: string | null
  /** ISO 8601 in UTC. */
  placed_at: string
}

export type ShownNotice = { notice: NoticeVersion; source: "asserted" | "assumed" | "sent" }

/** `da-DK` → `da`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? ""

const isNewer = (a: NoticeVersion, b: NoticeVersion): boolean =>
  a.effective_from === b.effective_from
    ? a.version > b.version
    : a.effective_from > b.effective_from

const newest = (notices: readonly NoticeVersion[]): NoticeVersion | undefined =>
  notices.reduce<NoticeVersion | undefined>(
    (best, notice) => (!best || isNewer(notice, best) ? notice : best),
    undefined
  )

/**
 * The notice of one kind that a purchase is evidence of. What the storefront says it showed is *asserted*;
 * otherwise the version in force for the buyer's language is *assumed*, or, for an order made by staff,
 * counted as *sent* with the confirmation. Null when none was in force: nothing is claimed then.
 *
 * @param asserted versions the storefront posted for the cart
 * @param published all published versions of the kind
 * @param locales the shop's languages, the first of which stands in
 */
export const chooseNotice = (
  facts: PurchaseFacts,
  asserted: readonly NoticeVersion[],
  published: readonly NoticeVersion[],
  locales: readonly string[]
): ShownNotice | null => {
  const said = facts.cart_id === null ? undefined : newest(asserted)
  if (said) return { notice: said, source: "asserted" }
  const inForce = published.filter(({ effective_from }) => effective_from <= facts.placed_at)
  const wanted = [languageOf(facts.locale ?? ""), ...locales]
  for (const language of wanted) {
    const notice = newest(inForce.filter(({ locale }) => locale === language))
    if (notice) return { notice, source: facts.cart_id === null ? "sent" : "assumed" }
  }
  return null
}
