/** What stands in the way of a due document. `field` is the buyer's or the billing address's. */
export type AdminMissingField = {
  field: string
  code: "required" | "refund_exceeds_invoice" | "account_unknown" | "order_changed" | "unreadable"
}
