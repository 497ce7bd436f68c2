/** What is owed on an order bought on invoice. Whole minor units; days are Danish, `YYYY-MM-DD`. */
export type AdminOnAccount = {
  order_id: string
  display_id: number
  currency_code: string
  /** Null while nothing is issued. */
  invoice_id: string | null
  number: string | null
  issued_on: string | null
  due_on: string | null
  company_name: string | null
  amount: number
  credited: number
  received: number
  owed: number
  /** Kroner for one of the currency, as the document has it; null in kroner. */
  rate: string | null
  /** Numbers of all its invoices, and ids of their payment slips: what a payment may name. */
  names: string[]
  slips: string[]
}

/** Money that came in. `medusa`: staff captured it by Medusa's own button. */
export type AdminPaymentReceived = {
  id: string
  amount: number
  currency_code: string
  received_on: string
  reference: string | null
  source: "staff" | "bank_file" | "medusa"
  registered_by: string
  created_at: Date | string
}

/** Answer of `GET POST /admin/orders/:id/dk-payments-received`; null for an order that was not bought on invoice. */
export type AdminOrderOnAccountResponse = {
  on_account: AdminOnAccount | null
  payments_received: AdminPaymentReceived[]
}

/** Body of the POST. */
export type AdminRegisterPayment = {
  amount: number
  received_on: string
  reference?: string
  key?: string
}

export type AdminUnpaidInvoice = AdminOnAccount & { is_overdue: boolean }

export type AdminUnpaidInvoicesResponse = {
  unpaid_invoices: AdminUnpaidInvoice[]
  owed: { currency_code: string; owed: number }[]
  count: number
  offset: number
  limit: number
}

/** What became, or would become, of a line of the bank's file; `line` counts the header. */
export type AdminBankLine = {
  line: number
  received_on: string | null
  amount: number | null
  outcome:
    | "booked"
    | "would_book"
    | "already_booked"
    | "not_incoming"
    | "no_match"
    | "ambiguous"
    | "more_than_owed"
    | "line_unreadable"
    | "refused"
  order_id: string | null
  number: string | null
}

export type AdminPaymentImportResponse = { lines: AdminBankLine[]; dry_run: boolean }

/** Answer of `GET POST /admin/customers/:id/dk-credit`, in whole øre. A guest cannot be approved. */
export type AdminCustomerCreditResponse = {
  credit: {
    customer_id: string
    limit: number
    terms_days: number
    approved_by: string
    approved_at: Date | string
  } | null
  open: number
  has_account: boolean
}
