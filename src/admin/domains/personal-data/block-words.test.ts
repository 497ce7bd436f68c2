import texts from "../../i18n"
import { blockWords, isAboutPerson } from "./block-words"

describe("why an erasure waits", () => {
  it("is told of an order or of the person as a whole", () => {
    const order = { id: "order_1", display_id: 1203, reason: "legal_hold" }
    expect(blockWords(order)).toMatchObject({ key: "blocked.legal_hold.order", number: 1203 })
    expect(isAboutPerson(order)).toBe(false)
    const person = { id: "cus_1", display_id: null, reason: "legal_hold" }
    expect(blockWords(person)).toMatchObject({ key: "blocked.legal_hold.person", number: null })
    expect(isAboutPerson(person)).toBe(true)
  })

  it("is about a cart while a payment is in progress", () => {
    const cart = { id: "cart_1", display_id: null, reason: "payment_in_progress" }
    expect(isAboutPerson(cart)).toBe(false)
  })

  it("names who vetoes, without a colon that i18next would take for a namespace", () => {
    const veto = { id: "cus_1", display_id: null, reason: "veto:loyalty" }
    expect(blockWords(veto)).toMatchObject({ key: "blocked.veto.person", word: "loyalty" })
    const sentence = { ...veto, reason: "veto:open_lawsuit" }
    expect(blockWords(sentence)).toMatchObject({ word: "open lawsuit" })
    const silent = { ...veto, reason: "veto:failed" }
    expect(blockWords(silent)).toMatchObject({ key: "blocked.veto_failed.person" })
  })

  it.each(["da", "en"] as const)("has a text for every reason (%s)", (language) => {
    const { blocked } = texts[language].dkPersonalData
    const reasons = ["uncaptured", "unshipped", "unpaid_invoice", "return_open", "claim_open"]
    for (const reason of [
      ...reasons,
      "exchange_open",
      "edit_requested",
      "invoice_missing",
      "invoice_number_missing",
      "payment_in_progress",
      "dispute",
      "legal_hold",
      "veto",
      "veto_failed",
      "other",
    ]) {
      expect(blocked).toHaveProperty([reason, "order"])
    }
    for (const reason of [
      "payment_in_progress",
      "dispute",
      "legal_hold",
      "ledger_unreachable",
      "not_erasable",
      "stopped",
      "veto",
      "veto_failed",
      "other",
    ]) {
      expect(blocked).toHaveProperty([reason, "person"])
    }
  })
})
