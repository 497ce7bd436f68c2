/** Sentences that shops commonly publish and that are untrue or void; `docs/law/sentences-that-are-void.md` says why. */
export const HINT_CODES = [
  "placeholder",
  "only_internally",
  "never_shared",
  "consent_by_buying",
  "consent_by_browsing",
  "automatic_newsletter",
  "as_long_as_needed",
  "years_from_purchase",
  "old_bookkeeping_paragraph",
  "old_data_act",
  "nemid",
  "only_hacking",
  "no_liability",
  "facebook_alone",
  "change_without_telling",
  "fee_for_access",
  "identity_papers",
  "closed_platform",
] as const

export type HintCode = (typeof HINT_CODES)[number]

/** A passage of a text that is perhaps untrue or void. `start` counts characters from 0. */
export type Hint = { code: HintCode; text: string; start: number }

/** Up to the next few words, within a sentence. */
const near = (most: number): string => `[^.!?\\n]{0,${most.toString()}}`

const anyOf = (...patterns: string[]): RegExp => new RegExp(patterns.join("|"), "giu")

const PATTERNS: Record<HintCode, RegExp> = {
  placeholder: anyOf(String.raw`\[[^\]\n]{3,400}\]`),
  only_internally: anyOf(
    String.raw`\b(kun|udelukkende|alene)\s+(til\s+)?(internt?\b|intern brug)`,
    String.raw`\b(only|solely|exclusively)${near(20)}\binternal(ly)?\b`,
    String.raw`\bkun bruges internt\b`
  ),
  never_shared: anyOf(
    String.raw`\b(videregive(s|r)?|dele(s|r)?|udlevere(s|r)?)\b${near(30)}\b(aldrig|ikke|ingen)\b${near(30)}\b(tredjepart\w*|tredjemand|andre)\b`,
    String.raw`\baldrig${near(20)}\b(videregive[sr]?|dele[sr]?)\b`,
    String.raw`\b(never|not|do not|don't)\s+(be\s+)?(share[ds]?|disclosed?|passed on|pass on)\b${near(40)}\b(third part(y|ies)|anyone|others)\b`
  ),
  consent_by_buying: anyOf(
    String.raw`\b(ved (at )?(køb\w*|handle|bestill?\w*|gennemføre\w*|oprett\w*|registrere\w*)|når du (køber|handler|bestiller|opretter))\b${near(60)}\b(samtykke\w*|accepterer|giver du (tilladelse|lov))\b`,
    String.raw`\b(by|when) (you )?(buy(ing)?|order(ing)?|purchas(e|ing)|plac(e|ing) an order|creat(e|ing) (an )?(account|user)|register(ing)?)\b${near(60)}\b(consent|accept|agree)\b`
  ),
  consent_by_browsing: anyOf(
    String.raw`\bved (fortsat |at fortsætte (med )?|at (bruge|benytte|besøge|klikke videre))${near(60)}\b(samtykke\w*|accepterer|siger du ja)\b`,
    String.raw`\bby (continuing|using|browsing|visiting)\b${near(60)}\b(consent|accept|agree)\b`
  ),
  automatic_newsletter: anyOf(
    String.raw`\b(tilmeldes|tilmeldt|tilmelder vi dig)\b${near(20)}\bautomatisk\b`,
    String.raw`\bautomatisk\b${near(30)}\b(tilmeld\w*|nyhedsbrev)\b`,
    String.raw`\bautomatically\b${near(30)}\b(subscribed?|newsletter|signed up)\b`
  ),
  as_long_as_needed: anyOf(
    String.raw`\b(så længe|længere end)\b${near(25)}\bnødvendigt?\b`,
    String.raw`\b(as long as|longer than)\b${near(25)}\bnecessary\b`
  ),
  years_from_purchase: anyOf(
    String.raw`\b(5|fem)\s+år\s+(efter|fra)\s+(det |dit |den |seneste |sidste )*(køb|ordre|handel|faktura)\w*`,
    String.raw`\b(5|five)\s+years\s+(after|from)\s+(the |your |last )*(purchase|order|sale|invoice)\b`
  ),
  old_bookkeeping_paragraph: anyOf(
    String.raw`\bbogføringslovens?\s+(§|paragraf)\s*10\b`,
    String.raw`\b(section|§)\s*10\s+of\s+the\s+(danish\s+)?bookkeeping act\b`
  ),
  old_data_act: anyOf(
    String.raw`\bpersondataloven\b`,
    String.raw`\bact on processing of personal data\b`
  ),
  nemid: anyOf(String.raw`\bnemid\b`),
  only_hacking: anyOf(
    String.raw`\b(kun|alene|udelukkende)\b${near(40)}\bhacke\w*`,
    String.raw`\b(i tilfælde af|ved|hvis)\b${near(20)}\bhacke(r|de|t)?(angreb|s)?\b`,
    String.raw`\b(only|in case of|in the event of)\b${near(40)}\bhack\w*`
  ),
  no_liability: anyOf(
    String.raw`\bfraskriver\b${near(40)}\bansvar\b`,
    String.raw`\b(påtager|tager) (os|vi os) (ikke|intet) (noget )?ansvar\b`,
    String.raw`\b(disclaim|accept no|take no|not liable)\b${near(40)}\b(liability|responsibility|data)\b`
  ),
  facebook_alone: anyOf(
    String.raw`\b(facebook|instagram|meta)\b${near(60)}\b(ikke|intet|uden)\b${near(20)}\bansvar\w*`,
    String.raw`\b(ikke|intet) ansvar\w*${near(60)}\b(facebook|instagram|meta)\b`,
    String.raw`\bnot responsible\b${near(60)}\b(facebook|instagram|meta)\b`
  ),
  change_without_telling: anyOf(
    String.raw`\buden (forudgående )?varsel\b`,
    String.raw`\bwithout (prior )?notice\b`
  ),
  fee_for_access: anyOf(
    String.raw`\bgebyr\b${near(50)}\b(indsigt|kopi|udlevering)\b`,
    String.raw`\b(indsigt|kopi)\b${near(50)}\bgebyr\b`,
    String.raw`\bfee\b${near(50)}\b(access|copy)\b`
  ),
  identity_papers: anyOf(
    String.raw`\bkopi af\b${near(20)}\b(pas|kørekort|sundhedskort|legitimation)\b`,
    String.raw`\bcopy of\b${near(20)}\b(passport|driving licence|identity)\b`
  ),
  closed_platform: anyOf(
    String.raw`ec\.europa\.eu/(consumers/odr|odr)`,
    String.raw`\b(online (klageportal|klageplatform|dispute resolution)|odr[- ](platform|portal)\w*)\b`
  ),
}

const isOverlapping = (hint: Hint, other: Hint): boolean =>
  hint.code === other.code &&
  hint.start < other.start + other.text.length &&
  other.start < hint.start + hint.text.length

/**
 * Passages that are perhaps untrue or void, and square brackets that were not filled in, in the order of the text. A hint for
 * whoever writes, never a judgement: a program cannot know what a sentence means.
 */
export const findHints = (body: string): Hint[] => {
  const found = HINT_CODES.flatMap((code) =>
    Array.from(body.matchAll(PATTERNS[code]), ({ 0: text, index }) => ({
      code,
      text,
      start: index,
    }))
  )
  return found
    .filter((hint, place) => !found.slice(0, place).some((other) => isOverlapping(hint, other)))
    .sort((a, b) => a.start - b.start)
}
