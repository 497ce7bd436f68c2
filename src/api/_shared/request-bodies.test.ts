import {
  fulfilmentBody,
  identityBody,
  letterPreviewBody,
  proposalBody,
  reasonBody,
  refusalBody,
  requestBody,
} from "../admin/privacy/requests/validators"

const problemOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.map(String).join("."))

describe("the sender of a mail", () => {
  it.each([
    ["maja@kunde.example", "maja@kunde.example", ""],
    ["Maja Prøve <maja@kunde.example>", "maja@kunde.example", "Maja Prøve"],
    [` "Prøve, Maja" <Maja@Kunde.example> `, "Maja@Kunde.example", "Prøve, Maja"],
    ["<maja@kunde.example>", "maja@kunde.example", ""],
  ])("is read as mail programs show it: %s", (sender, email, name) => {
    expect(proposalBody().parse({ sender }).sender).toEqual({ email, name })
  })

  it.each(["Maja", "Maja <maja>", "a@b.example c@d.example", "<a@b.example> <c@d.example>", ""])(
    "is refused without one e-mail: %s",
    (sender) => {
      expect(problemOf(proposalBody().safeParse({ sender }))?.[0]).toMatch(/^sender/)
    }
  )
})

describe("a proof of identity", () => {
  it("is one that staff can have, with a code with the spoken one only, as people write it", () => {
    const spoken = identityBody().parse({ proof: "spoken_code", code: " 1234 5678 " })
    expect(spoken).toEqual({ proof: "spoken_code", code: "12345678" })
    expect(identityBody().parse({ proof: "order_details" })).toEqual({ proof: "order_details" })
    for (const proof of ["login", "mailed_link"]) {
      expect(problemOf(identityBody().safeParse({ proof }))).toEqual(["proof"])
    }
    for (const body of [
      { proof: "spoken_code" },
      { proof: "spoken_code", code: "1234567" },
      { proof: "order_details", code: "12345678" },
    ]) {
      expect(problemOf(identityBody().safeParse(body))).toEqual(["code"])
    }
  })
})

describe("who asks on somebody's behalf", () => {
  const asked = { kind: "access", channel: "letter", name: "Prøve" }

  it("is named together with what was seen of their authority", () => {
    const both = { representative_name: "Datter", authority_seen: "Fuldmagt af 1. november" }
    expect(requestBody().parse({ ...asked, ...both })).toMatchObject(both)
    for (const half of [{ representative_name: "Datter" }, { authority_seen: "Fuldmagt" }]) {
      expect(problemOf(requestBody().safeParse({ ...asked, ...half }))).toEqual(["authority_seen"])
    }
  })
})

describe("words", () => {
  const NUL = "Zq\0ord"
  const asked = { kind: "access", channel: "letter", name: "Prøve" }
  const spoken = { representative_name: "Datter", authority_seen: "Fuldmagt" }

  it.each([
    ["name", requestBody().safeParse({ ...asked, name: NUL })],
    ["message", requestBody().safeParse({ ...asked, message: NUL })],
    [
      "representative_name",
      requestBody().safeParse({ ...asked, ...spoken, representative_name: NUL }),
    ],
    ["authority_seen", requestBody().safeParse({ ...asked, ...spoken, authority_seen: NUL })],
    ["reason", reasonBody().safeParse({ reason: NUL })],
    ["reason", refusalBody().safeParse({ ground: "unfounded", reason: NUL })],
    ["reason", letterPreviewBody().safeParse({ action: "extended", reason: NUL })],
    ["reason", fulfilmentBody().safeParse({ reason: NUL })],
    ["customer.phone", fulfilmentBody().safeParse({ customer: { phone: NUL } })],
    ["purposes.0", fulfilmentBody().safeParse({ purposes: [NUL] })],
  ])("that no database keeps are refused by name: %s", (field, result) => {
    expect(problemOf(result)).toEqual([field])
  })
})
