import { checkDeclaration } from "./check-declaration"
import { starterPrivacy } from "./starters/privacy"

const controller = {
  name: "Prøvebutik ApS",
  cvr: "10150817",
  address: "Prøvegade 1, 5000 Odense C",
  email: "kontakt@butik.example",
  phone: "12 34 56 78",
  dpo: "dpo@butik.example",
}

const categories = new Map([
  ["account", ["erasure"]],
  ["invoice", ["bookkeeping"]],
  ["consent", ["evidence", "erasure"]],
])

const map = { categories, recipients: ["Nets (Nexi)", "Fragt A/S"] }

const declares = {
  categories: ["account", "invoice", "consent"],
  recipients: ["nets (nexi)", "Fragt A/S"],
  deadlines: {
    account: "to år efter sidste køb",
    invoice: "fem år efter udgangen af regnskabsåret",
    consent: "to år",
  },
}

const recipient = { country: "dk", safeguard: null, needs_safeguard: false, purposes: ["payment"] }

describe("a policy held against the map", () => {
  it("fits when it declares what is there", () => {
    expect(checkDeclaration({ declares }, map)).toMatchObject({
      fits: true,
      declares_nothing: false,
    })
  })

  it("lacks everything when it declares nothing", () => {
    expect(checkDeclaration(null, map)).toMatchObject({
      fits: false,
      declares_nothing: true,
      categories: { missing: ["account", "invoice", "consent"], unknown: [] },
      recipients: { missing: ["Nets (Nexi)", "Fragt A/S"] },
      deadlines: { missing: ["account", "invoice", "consent"], different: [] },
    })
  })

  it("tells what is missing, and what is declared but not there", () => {
    const other = { ...declares, categories: ["account", "health"], recipients: ["Old Mail Inc"] }
    expect(checkDeclaration({ declares: other }, map)).toMatchObject({
      fits: false,
      categories: { missing: ["invoice", "consent"], unknown: ["health"] },
      recipients: { missing: ["Nets (Nexi)", "Fragt A/S"], unknown: ["Old Mail Inc"] },
    })
  })

  it.each(["fem år efter købet", "så længe loven kræver", "two financial years"])(
    "reads that bookkeeping's deadline is another: %s",
    (invoice) => {
      const other = { ...declares, deadlines: { ...declares.deadlines, invoice } }
      expect(checkDeclaration({ declares: other }, map)).toMatchObject({
        fits: false,
        deadlines: {
          missing: [],
          different: [{ category: "invoice", declared: invoice, retentions: ["bookkeeping"] }],
        },
      })
    }
  )

  it.each(["da", "en"] as const)("is fitted by the starter text (%s)", (locale) => {
    const { body, data } = starterPrivacy(controller, locale, {
      categories,
      recipients: map.recipients.map((name) => ({ name, ...recipient })),
      automatedDecisions: [],
    })
    expect(checkDeclaration(data, map).fits).toBe(true)
    for (const word of [controller.cvr, controller.dpo, controller.phone, "Nets (Nexi)"]) {
      expect(body).toContain(word)
    }
  })
})
