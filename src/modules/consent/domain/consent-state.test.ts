import vectors from "../../../../integration-tests/vectors/consent-state.json"
import { foldConsent, marketingBasis, proofKept } from "./consent-state"
import type { ConsentFact, EventState } from "./consent-state"

type Event = { type: string; at: string; purpose: string; channel: string; noticeHash: string }
type Sale = { refusalOffered: boolean; refusalTicked: boolean | null }

const asFact = ({ type, at, purpose, channel, noticeHash }: Event): ConsentFact => ({
  state: type as EventState,
  source: "asserted",
  purpose,
  channel,
  occurred_at: at,
  notice_sha256: noticeHash,
})

/** Purchases as events, a day apart: the text was shown where the box was offered, a tick is a refusal. */
const saleFacts = (sales: readonly Sale[], channel: string): ConsentFact[] =>
  sales.flatMap(({ refusalOffered, refusalTicked }, index) => {
    const said = { purpose: "marketing", channel, source: "asserted" as const, notice_sha256: "h1" }
    const occurred_at = `2025-06-${(index + 1).toString().padStart(2, "0")}T10:00:00Z`
    const shown: ConsentFact = { ...said, state: "shown", soft_opt_in: true, occurred_at }
    const refused: ConsentFact = { ...said, state: "refused", occurred_at }
    return [...(refusalOffered ? [shown] : []), ...(refusalTicked ? [refused] : [])]
  })

const ofKind = (kind: string) => vectors.cases.filter((vector) => vector.kind === kind)

describe("consents meet the published vectors", () => {
  it.each(ofKind("state"))("state: $why", ({ input, expect: expected }) => {
    const { events, purpose, channel } = input as {
      events: Event[]
      purpose: string
      channel: string
    }
    const folded = foldConsent(events.map(asFact), purpose, channel)
    expect({ state: folded.state, noticeHash: folded.notice_sha256 }).toEqual(expected)
  })

  it.each(ofKind("market"))("market: $why", ({ input, expect: expected }) => {
    const { events, sales, channel, ownSimilarProducts } = input as {
      events: Event[]
      sales: Sale[]
      channel: string
      ownSimilarProducts: boolean
    }
    const facts = [...saleFacts(sales, channel), ...events.map(asFact)]
    const purpose = ownSimilarProducts ? "marketing" : "other_firms"
    expect({ mayMarket: marketingBasis(facts, purpose, channel) !== null }).toEqual(expected)
  })

  it.each(ofKind("proof"))("proof: $why", ({ input, expect: expected }) => {
    const { usedAt, withdrawnAt } = input as { usedAt: [string]; withdrawnAt: string | null }
    const [first, ...others] = usedAt
    expect(proofKept([first, ...others, ...(withdrawnAt === null ? [] : [withdrawnAt])])).toEqual(
      expected
    )
  })
})

describe("a claimed consent", () => {
  it("opens nothing, and closes nothing", () => {
    const given = asFact({
      type: "given",
      at: "2026-01-05T10:00:00Z",
      purpose: "newsletter",
      channel: "email",
      noticeHash: "h1",
    })
    const claimed: ConsentFact = { ...given, source: "claimed" }
    expect(marketingBasis([claimed], "newsletter", "email")).toBeNull()
    expect(marketingBasis([given, claimed], "newsletter", "email")).toBe("consent")
  })
})

describe("an objection", () => {
  it("ends every purpose and channel until the person consents anew", () => {
    const say = (state: EventState, at: string, purpose = "newsletter"): ConsentFact =>
      asFact({ type: state, at, purpose, channel: "email", noticeHash: "h1" })
    const before = say("given", "2026-01-05T10:00:00Z")
    const objected = say("objected", "2026-02-05T10:00:00Z", "offers")
    const anew = say("given", "2026-03-05T10:00:00Z")
    expect(marketingBasis([before, objected], "newsletter", "email")).toBeNull()
    expect(marketingBasis([before, objected, anew], "newsletter", "email")).toBe("consent")
    expect(marketingBasis([before, objected, anew], "offers", "email")).toBeNull()
  })
})
