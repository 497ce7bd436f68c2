export type AdminBookkeepingAccount =
  | "debtors"
  | "sales_S"
  | "sales_Z"
  | "sales_E"
  | "sales_AE"
  | "sales_K"
  | "sales_G"
  | "sales_O"
  | "vat"
  | "nets"
  | "bank"
  | "manual"
  | "other"
  | "gift_card"
  | "store_credit"

/** Answer of `GET POST /admin/dk/bookkeeping/accounts`; null where the store has written no number. */
export type AdminBookkeepingAccountsResponse = {
  accounts: Record<AdminBookkeepingAccount, string | null>
}

/** An order whose documents and money differ, in whole minor units. */
export type AdminBookkeepingDifference = {
  order_id: string
  display_id: number
  currency_code: string
  documents: number
  money: number
}

export type AdminBookkeepingDifferencesResponse = { differences: AdminBookkeepingDifference[] }

/** Money of a month that was registered when the month was over, in whole minor units, below zero what was paid back. */
export type AdminLatePayment = {
  order_id: string
  order_number: string
  /** Number of the order's first document. */
  voucher: string
  /** Danish day that the month's file has it on, `YYYY-MM-DD`. */
  received_on: string
  registered_on: string
  amount: number
  currency_code: string
}

export type AdminLatePaymentsResponse = { late_payments: AdminLatePayment[] }
