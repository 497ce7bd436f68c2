import type { AdminAffectedQuery } from "../../../types/http"
import { fromLocal } from "./local-time"

export const BUYER_TYPES = ["private", "business", "public"] as const
type BuyerType = (typeof BUYER_TYPES)[number]

export const PARTS = [
  "customers",
  "guests",
  "orders",
  "chosen",
  "read_by",
  "kept_invoices",
] as const
export type Part = (typeof PARTS)[number]

/** Who is affected, as it is typed. */
export type QueryDraft = {
  parts: Part[]
  orders: { from: string; to: string; buyer_types: BuyerType[] }
  /** E-mails, order numbers and ids, one a line. */
  chosen: string
  read_by: { actor_id: string; from: string; to: string }
  kept_invoices: { from: string; to: string }
}

export const EMPTY_QUERY: QueryDraft = {
  ...{ parts: [], chosen: "" },
  orders: { from: "", to: "", buyer_types: [] },
  read_by: { actor_id: "", from: "", to: "" },
  kept_invoices: { from: "", to: "" },
}

/** The lines of a text, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter(Boolean)
  ),
]

const isPeriod = ({ from, to }: { from: string; to: string }): boolean =>
  from !== "" && to !== "" && from <= to

/** Whether every part that is chosen says whom it means. */
export const isQueryComplete = (draft: QueryDraft): boolean => {
  const { parts, orders, chosen, read_by: readBy, kept_invoices: kept } = draft
  const isReady: Readonly<Record<Part, () => boolean>> = {
    customers: () => true,
    guests: () => true,
    orders: () => isPeriod(orders),
    chosen: () => linesOf(chosen).length > 0,
    read_by: () => readBy.actor_id !== "" && isPeriod(readBy),
    kept_invoices: () => isPeriod(kept),
  }
  return parts.length > 0 && parts.every((part) => isReady[part]())
}

/** Those named one by one, as ids. */
export type Named = { customer_ids: string[]; order_ids: string[] }

/** The body of a draft that is complete. */
export const queryOf = (draft: QueryDraft, named: Named): AdminAffectedQuery => {
  const has = (part: Part) => draft.parts.includes(part)
  const { from, to, buyer_types: types } = draft.orders
  return {
    ...(has("customers") && { customers: true }),
    ...(has("guests") && { guests: true }),
    ...(has("orders") && {
      orders: { from, to, ...(types.length > 0 && { buyer_types: types }) },
    }),
    ...(has("chosen") && named.customer_ids.length > 0 && { customer_ids: named.customer_ids }),
    ...(has("chosen") && named.order_ids.length > 0 && { order_ids: named.order_ids }),
    ...(has("read_by") && {
      read_by: {
        actor_id: draft.read_by.actor_id,
        from: fromLocal(draft.read_by.from) ?? "",
        to: fromLocal(draft.read_by.to) ?? "",
      },
    }),
    ...(has("kept_invoices") && { kept_invoices: draft.kept_invoices }),
  }
}
