import { readFileSync } from "node:fs"
import { join } from "node:path"
import { findHints, HINT_CODES } from "./find-hints"
import type { HintCode } from "./find-hints"
import { starterStaffNotice } from "./starter-staff-notice"
import { starterCookies } from "./starters/cookies"
import { starterMarketing } from "./starters/marketing"
import { starterPrivacy } from "./starters/privacy"
import { starterTerms } from "./starters/terms"

const codes = (text: string) => findHints(text).map(({ code }) => code)

const VOID: [HintCode, string][] = [
  ["placeholder", "Pakken leveres af [skriv hvem]."],
  ["only_internally", "Dine oplysninger anvendes kun internt i virksomheden."],
  ["only_internally", "Your data is only used internally."],
  ["only_internally", "Oplysningerne er udelukkende til intern brug."],
  ["never_shared", "Oplysningerne videregives aldrig til tredjepart."],
  ["never_shared", "Vi deler ikke dine data med andre."],
  ["never_shared", "Your data will never be shared with third parties."],
  ["consent_by_buying", "Ved køb på siden giver du samtykke til vores behandling."],
  ["consent_by_buying", "Når du opretter en bruger, accepterer du vores privatlivspolitik."],
  ["consent_by_buying", "By placing an order you consent to our use of your data."],
  ["consent_by_browsing", "Ved at fortsætte med at bruge siden accepterer du cookies."],
  ["consent_by_browsing", "By using this site, you agree to cookies."],
  ["automatic_newsletter", "Du bliver automatisk tilmeldt vores nyhedsbrev."],
  ["as_long_as_needed", "Vi gemmer dine oplysninger, så længe det er nødvendigt."],
  ["as_long_as_needed", "We keep data no longer than is necessary."],
  ["years_from_purchase", "Fakturaer gemmes i fem år efter købet."],
  ["years_from_purchase", "We keep it for five years from the purchase."],
  ["old_bookkeeping_paragraph", "Det følger af bogføringslovens § 10."],
  ["old_data_act", "Efter persondataloven har du ret til indsigt."],
  ["nemid", "Skriv aldrig dit CPR-nummer eller NemID til os."],
  ["only_hacking", "I tilfælde af hackerangreb giver vi besked."],
  ["only_hacking", "We will only tell you if we are hacked."],
  ["no_liability", "Vi fraskriver os ethvert ansvar for tab af data."],
  ["facebook_alone", "Hvad Facebook gør, har vi ikke ansvar for."],
  ["change_without_telling", "Vi kan ændre politikken uden varsel."],
  ["fee_for_access", "Vi kan tage et gebyr for at give indsigt."],
  ["identity_papers", "Send en kopi af dit pas, så sletter vi dig."],
  ["closed_platform", "Klag på http://ec.europa.eu/consumers/odr."],
]

const controller = {
  name: "Prøvebutik ApS",
  cvr: "10150817",
  address: "Prøvegade 1, 5000 Odense C",
  email: "kontakt@butik.example",
}

const map = {
  categories: new Map([
    ["account", ["erasure"]],
    ["company", ["erasure"]],
    ["cart", ["short"]],
    ["invoice", ["bookkeeping"]],
    ["consent", ["evidence"]],
    ["technical", ["short"]],
    ["evidence", ["evidence"]],
  ]),
  recipients: [
    {
      name: "Nets (Nexi)",
      country: "dk",
      safeguard: null,
      needs_safeguard: false,
      purposes: ["payment"],
    },
  ],
  automatedDecisions: [],
}

const about = { purpose: "newsletter", channel: "email" } as const

describe("hints to whoever writes a text", () => {
  it.each(VOID)("%s: %s", (code, sentence) => {
    expect(codes(sentence)).toContain(code)
  })

  it("know every code by an example, in the tests and on the page of the law", () => {
    expect([...new Set(VOID.map(([code]) => code))]).toEqual([...HINT_CODES])
    const page = join(__dirname, "../../../../docs/law/sentences-that-are-void.md")
    const text = readFileSync(page, "utf8")
    expect(HINT_CODES.filter((code) => !text.includes(`\`${code}\``))).toEqual([])
  })

  it("tell where the words stand, in the order of the text", () => {
    const text = "Vi har NemID. Oplysninger bruges kun internt."
    const hints = findHints(text)
    expect(hints.map(({ code }) => code)).toEqual(["nemid", "only_internally"])
    for (const { start, text: words } of hints) {
      expect(text.slice(start, start + words.length)).toBe(words)
    }
  })

  it.each([
    "Vi sælger dem ikke.",
    "Teksten fortæller, hvad vi gør. Du skal ikke sige ja til den for at købe.",
    "Fakturaer gemmes fem år efter udgangen af regnskabsåret (bogføringsloven § 12).",
    "Du kan trække dit samtykke tilbage når som helst.",
    "Et brud kan være en mail til den forkerte, en fejl eller et angreb.",
  ])("leave alone: %s", (sentence) => {
    expect(codes(sentence)).toEqual([])
  })

  it.each(["da", "en"] as const)("find nothing in the starter texts but gaps (%s)", (locale) => {
    const texts = [
      starterPrivacy(controller, locale, map).body,
      starterTerms(controller, locale),
      starterCookies(controller, locale).body,
      starterMarketing(controller, locale, { ...about, basis: "consent" }).body,
      starterMarketing(controller, locale, { ...about, basis: "soft_opt_in" }).body,
      starterStaffNotice(controller, locale),
    ]
    expect(new Set(texts.flatMap(codes))).toEqual(new Set(["placeholder"]))
  })
})
