import { copenhagenDay } from "../../../rules"
import type { IssueFrame } from "./build-invoice"
import { decideIssue } from "./decide-issue"
import type { Cause } from "./decide-issue"
import type { InvoiceContent } from "./document"
import type { MissingField } from "./missing-fields"
import type { OrderFacts } from "./order-facts"
import { planDocuments } from "./plan-documents"
import { standingInvoices } from "./standing"

/** A document to keep a copy of, and the day that decides its financial year. */
export type ArchiveCopy = { cause: string; concerns_on: string; content: InvoiceContent }

/** What of an order is kept already. */
export type Archived = { causes: ReadonlySet<string>; documents: readonly InvoiceContent[] }

const TERMS = { due_on: null, pay_to: null, exchange: null }

/** The copies are made in the order of the decision, which ends; this only bounds a mistake of ours. */
const MOST_DECISIONS = 200

/** The day a sale concerns: its first payment, else its shipment, else the order. */
const saleDay = ({ payments, shipped_on: shipped, placed_at: placed }: OrderFacts): string => {
  const captured = payments.flatMap(({ captures }) => captures.map((it) => it.captured_on))
  return captured.sort()[0] ?? shipped ?? copenhagenDay(placed)
}

/** Of what was added or came back unpaid nothing tells the day: the last payment is the safe side. */
const dayOf = (cause: Cause, facts: OrderFacts): string => {
  if ("refund" in cause) return cause.refund.refunded_on
  const captured = facts.payments.flatMap(({ captures }) => captures.map((it) => it.captured_on))
  return cause.cause === "sale" ? saleDay(facts) : (captured.sort().at(-1) ?? saleDay(facts))
}

/**
 * The documents that an order from before the plugin calls for and of which no copy is kept, by the decision that invoices
 * follow. None of them has a number: `place` gives each an id of its own to stand there.
 *
 * @param place where a document stands, apart from its cause and day
 */
export const archiveCopies = (
  facts: OrderFacts,
  { causes, documents }: Archived,
  place: () => Omit<IssueFrame, "cause" | "issued_on">
): { copies: ArchiveCopy[]; missing: MissingField[] } => {
  const copies: ArchiveCopy[] = []
  for (let decided = 0; decided < MOST_DECISIONS; decided += 1) {
    const known = [...documents, ...copies.map(({ content }) => content)]
    const { next, missing } = decideIssue(facts, {
      issued: new Set([...causes, ...copies.map(({ cause }) => cause)]),
      documents: known,
      startsAt: new Date(0).toISOString(),
      isElsewhere: true,
    })
    if (!next) return { copies, missing }
    const day = dayOf(next, facts)
    for (const { cause, build } of planDocuments(facts, next, standingInvoices(known), day)) {
      const content = build({ ...place(), cause, issued_on: day }, TERMS)
      copies.push({ cause, concerns_on: day, content })
    }
  }
  return { copies, missing: [] }
}
