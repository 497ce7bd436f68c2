import vectors from "../../../../integration-tests/vectors/input-guards.json"
import { maskNumbers } from "./mask-numbers"
import { scanInput } from "./scan-input"

const TODAY = "2026-11-26"
const LOOK = { today: TODAY, cpr: true }

const KINDS: Readonly<Record<string, readonly string[]>> = {
  cpr: ["cpr"],
  card: ["card", "card_code"],
}

describe("scanInput", () => {
  it.each(vectors.cases)(
    "$detector in $field: $why",
    ({ detector, field, input, expect: wanted }) => {
      const body = { [field]: input }
      const hits = scanInput(body, LOOK).filter(({ kind }) => KINDS[detector]?.includes(kind))
      expect(wanted.oneOf ?? [wanted.outcome]).toContain(hits.length > 0 ? "block" : "pass")
      const isText = typeof input === "string" && detector === "cpr"
      if (isText && wanted.masked) {
        expect(maskNumbers(body, { today: TODAY, isConfirmed: false })).toEqual({
          [field]: expect.stringContaining(wanted.masked[0] ?? "?") as string,
        })
      }
    }
  )

  it("names the field, and nothing of what was typed, also of a key that is the number", () => {
    const body = {
      shipping_address: { address_2: "140482-5018" },
      metadata: { list: [1, { "010591-5004": "x" }], "4111111111111111": { note: "hemmelig" } },
    }
    expect(scanInput(body, LOOK)).toEqual([
      { path: "shipping_address.address_2", kind: "cpr", named: false },
      { path: "metadata.list.1.*", kind: "cpr", named: false },
      { path: "metadata.*", kind: "card", named: true },
    ])
  })

  it("looks into fields that are called a person's number, and not into e-mails", () => {
    const body = {
      metadata: { national_id: "2110625009", cprId: "140482-5018", order_id: "2110625009" },
    }
    expect(scanInput(body, LOOK).map(({ path }) => path)).toEqual([
      "metadata.national_id",
      "metadata.cprId",
    ])
    expect(scanInput({ email: "2110625009@kunde.example" }, LOOK)).toEqual([])
  })

  it("lets a municipality's requisition number of ten digits be one", () => {
    expect(scanInput({ buyer: { order_reference: "2110625009" } }, LOOK)).toEqual([])
  })
})

describe("scanInput without CPR numbers", () => {
  it("looks for cards alone", () => {
    const body = { note: "140482-5018", other: "4111 1111 1111 1111" }
    expect(scanInput(body, { today: TODAY, cpr: false })).toEqual([
      { path: "other", kind: "card", named: true },
    ])
  })
})

describe("maskNumbers", () => {
  it("masks texts, numbers and keys, and leaves the rest as it is", () => {
    const body = {
      note: "Mit cpr er 211062 5000, og 140482-5018",
      metadata: { "010591-5004": [2110625009, true, null, 12.5] },
      phone: "2110625009",
    }
    expect(maskNumbers(body, { today: TODAY, isConfirmed: false })).toEqual({
      note: "Mit cpr er 211062-****, og 140482-****",
      metadata: { "010591-****": ["211062-****", true, null, 12.5] },
      phone: "2110625009",
    })
  })

  it("leaves what the person says is none, unless the word stands beside it", () => {
    const how = { today: TODAY, isConfirmed: true }
    const body = { note: "Sag 140482-5018", other: "cpr 140482-5018" }
    expect(maskNumbers(body, how)).toEqual({ ...body, other: "cpr 140482-****" })
  })

  it("masks card numbers only where asked, and leaves typed fields", () => {
    const body = {
      message: "4111 1111 1111 1111 og 140482-5018",
      email: "4111111111111111@kunde.example",
    }
    const how = { today: TODAY, isConfirmed: false }
    expect(maskNumbers(body, how)).toEqual({
      ...body,
      message: "4111 1111 1111 1111 og 140482-****",
    })
    expect(maskNumbers(body, { ...how, cards: true })).toEqual({
      ...body,
      message: "**** og 140482-****",
    })
  })
})
