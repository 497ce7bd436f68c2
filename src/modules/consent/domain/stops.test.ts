import { ALL_TEXTS, isStopped } from "./stops"
import type { Held, Stop } from "./stops"

const newsletter = { purpose: "newsletter", channel: "email" }
const at = (day: number): Date => new Date(Date.UTC(2026, 0, day))
const held = (changes: Partial<Held> = {}): Held => ({
  ...newsletter,
  basis: "consent",
  since: at(5),
  needsProof: true,
  ...changes,
})
const no = (changes: Partial<Stop> = {}): Stop => ({
  about: newsletter,
  stopped_at: at(10),
  except_for: [],
  ...changes,
})

describe("a no to one purpose", () => {
  it("stands until a later consent, and for that purpose and channel only", () => {
    expect(isStopped([no()], held())).toBe(true)
    expect(isStopped([no()], held({ since: at(11) }))).toBe(false)
    expect(isStopped([no()], held({ channel: "sms" }))).toBe(false)
    expect(isStopped([no()], held({ purpose: "offers" }))).toBe(false)
  })

  it("is not ended by a purchase", () => {
    expect(isStopped([no()], held({ basis: "soft_opt_in", since: at(11) }))).toBe(true)
  })
})

describe("an objection", () => {
  const objection = no({ about: null })

  it("stands for every purpose until the owner of the mailbox consents through it, and then for the rest", () => {
    expect(isStopped([objection], held({ since: at(11) }))).toBe(true)
    const lifted = { ...objection, except_for: ["newsletter:email"] }
    expect(isStopped([lifted], held({ since: at(11) }))).toBe(false)
    expect(isStopped([lifted], held({ purpose: "offers", since: at(11) }))).toBe(true)
  })

  it("of a phone or of another address of the person ends with a later consent, never with a purchase", () => {
    const loose = { needsProof: false, since: at(11) }
    expect(isStopped([objection], held(loose))).toBe(false)
    expect(isStopped([objection], held({ ...loose, since: at(9) }))).toBe(true)
    expect(isStopped([objection], held({ ...loose, basis: "soft_opt_in" }))).toBe(true)
  })
})

describe("an objection at a phone", () => {
  const texts = no({ about: ALL_TEXTS })
  const onPhone = { channel: "sms", needsProof: false }

  it("stands for every purpose of texts, and for nothing that is mailed", () => {
    expect(isStopped([texts], held(onPhone))).toBe(true)
    expect(isStopped([texts], held({ ...onPhone, purpose: "offers" }))).toBe(true)
    expect(isStopped([texts], held())).toBe(false)
  })

  it("ends with a later consent, never with a purchase", () => {
    const later = { ...onPhone, since: at(11) }
    expect(isStopped([texts], held(later))).toBe(false)
    expect(isStopped([texts], held({ ...later, basis: "soft_opt_in" }))).toBe(true)
  })
})
