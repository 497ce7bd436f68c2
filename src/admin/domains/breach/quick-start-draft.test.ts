import type { AdminBreachQuickStart } from "../../../types/http"
import { draftOf, NOTHING } from "./facts-draft"
import { beginAnew, begunBy, UNBEGUN } from "./quick-start-draft"

const LOST: AdminBreachQuickStart = {
  ...{ id: "lost_device", likely_risk: "risk", questions: [] },
  prefill: {
    ...{ kinds: ["confidentiality"], people_categories: ["staff"], data_categories: ["email"] },
    nature: "En telefon er væk.",
  },
}
const LEAK: AdminBreachQuickStart = {
  ...{ ...LOST, id: "supplier_leak" },
  prefill: { ...LOST.prefill, people_categories: ["customers"], nature: "Et brud hos dem." },
}

const EMPTY = { source: "staff" as const, facts: draftOf(NOTHING) }
const [lost, leak] = [begunBy(LOST, "Tabt telefon"), begunBy(LEAK, "Læk")]

describe("a quick start of a breach", () => {
  it("fills in what is empty", () => {
    const { facts, source } = beginAnew(EMPTY, UNBEGUN, lost)
    expect(source).toBe("staff")
    expect(facts).toEqual({ ...EMPTY.facts, ...LOST.prefill, title: "Tabt telefon" })
  })

  it("gives way to another one, and to none", () => {
    const begun = beginAnew(EMPTY, UNBEGUN, lost)
    const other = beginAnew(begun, lost, leak)
    expect(other.source).toBe("processor")
    expect(other.facts).toMatchObject({ title: "Læk", nature: "Et brud hos dem." })
    expect(beginAnew(other, leak, UNBEGUN)).toEqual(EMPTY)
  })

  it("leaves what somebody typed", () => {
    const begun = beginAnew(EMPTY, UNBEGUN, lost)
    const typed = {
      source: "customer" as const,
      facts: { ...begun.facts, nature: "Glemt i toget.", kinds: ["availability" as const] },
    }
    const other = beginAnew(typed, lost, leak)
    expect(other.source).toBe("customer")
    expect(other.facts).toMatchObject({
      ...{ nature: "Glemt i toget.", kinds: ["availability"] },
      ...{ title: "Læk", people_categories: ["customers"] },
    })
  })
})
