import fc from "fast-check"
import { companyInvoice, creditNote } from "../../../../integration-tests/helpers/invoice-documents"
import { anyDocument } from "../../../../integration-tests/helpers/random-documents"
import { ACCOUNT_KEYS, buildJournal } from "./journal"
import type { AccountKey, Accounts, JournalEntry, MoneyMovement } from "./journal"

const ALL = Object.fromEntries(ACCOUNT_KEYS.map((key) => [key, key])) as Record<AccountKey, string>

const journalOf = (...input: Parameters<typeof buildJournal>): JournalEntry[] => {
  const journal = buildJournal(...input)
  if (!journal.ok) throw new Error(journal.reason.map(({ key }) => key).join())
  return journal.value
}

const balancesOf = (entries: readonly JournalEntry[]): Map<string, number> => {
  const balances = new Map<string, number>()
  const add = (account: string, amount: number) =>
    balances.set(account, (balances.get(account) ?? 0) + amount)
  for (const { account, contra, amount } of entries) {
    add(account, amount)
    add(contra, -amount)
  }
  return balances
}

const movement: MoneyMovement = {
  voucher: companyInvoice.number,
  order: companyInvoice.order_number,
  day: "2026-11-27",
  method: "nets",
  amount: companyInvoice.totals.gross,
  currency: "DKK",
}

describe("the journal", () => {
  it("has net and VAT of a sale on their accounts, and the money that paid it", () => {
    const { totals } = companyInvoice
    const entries = journalOf([companyInvoice], [movement], ALL)
    const balances = balancesOf(entries)
    expect(balances.get("vat")).toBe(-totals.vat)
    expect(balances.get("sales_S")).toBe(-totals.net)
    expect([balances.get("debtors"), balances.get("nets")]).toEqual([0, totals.gross])
    expect(entries[0]).toMatchObject({ text: "sale", vat_code: "S25", contra: "sales_S" })
  })

  it("takes a credit note back from the same accounts", () => {
    const balances = balancesOf(journalOf([creditNote], [], ALL))
    expect(balances.get("vat")).toBe(creditNote.totals.vat)
    expect(balances.get("debtors")).toBe(-creditNote.totals.gross)
  })

  it("names every account it lacks, and only those that are needed", () => {
    const accounts: Accounts = { ...ALL }
    delete accounts.vat
    delete accounts.nets
    delete accounts.sales_K
    expect(buildJournal([companyInvoice], [movement], accounts)).toEqual({
      ok: false,
      reason: [{ key: "vat" }, { key: "nets" }],
    })
  })

  it("balances whatever was sold: debits are credits, and the buyers owe what documents and money say", () => {
    const anyMovement = fc
      .record({
        amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        method: fc.constantFrom("nets", "invoice", "manual", "other", "set_off"),
      })
      .map((moved): MoneyMovement => ({ ...movement, ...moved }))
    fc.assert(
      fc.property(
        fc.array(anyDocument, { maxLength: 6 }),
        fc.array(anyMovement, { maxLength: 6 }),
        (documents, movements) => {
          const entries = journalOf(documents, movements, ALL)
          const balances = balancesOf(entries)
          const sum = [...balances.values()].reduce((total, balance) => total + balance, 0)
          const billed = documents.reduce(
            (total, { kind, totals, payments }) =>
              total +
              (kind === "invoice" ? 1 : -1) *
                (totals.gross -
                  payments
                    .filter(({ method }) => ["gift_card", "store_credit"].includes(method))
                    .reduce((paid, { amount }) => paid + amount, 0)),
            0
          )
          const moved = movements
            .filter(({ method }) => method !== "set_off")
            .reduce((total, { amount }) => total + amount, 0)
          expect(sum).toBe(0)
          expect(entries.every(({ amount }) => amount > 0)).toBe(true)
          expect(balances.get("debtors") ?? 0).toBe(billed - moved)
        }
      ),
      { seed: 20_261_126, numRuns: 100 }
    )
  })
})
