import { INVOICE_MODULE } from "../../../src/modules/invoice"
import type { InvoiceModuleService } from "../../../src/modules/invoice"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type { Knex } from "../../../src/shared/postgres"
import type {
  AdminExternalInvoiceListResponse,
  AdminExternalInvoiceResponse,
  AdminInvoiceMode,
  AdminInvoiceRequest,
  AdminInvoiceRequestListResponse,
} from "../../../src/types/http"
import { buy, captureOrder, createCart, eventually } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

const REQUESTS = "/admin/dk/invoice-requests"

/** An invoice that e-conomic made today. */
export const numbered = (number: string, more: object = {}) => ({
  system: "e-conomic",
  number,
  issued_on: copenhagenDay(new Date()),
  kind: "invoice",
  ...more,
})

/** Sets who invoices, until `restoreModes`. */
export const setModes = (
  suite: Suite,
  mode: readonly { mode: AdminInvoiceMode; from?: string }[]
): void => {
  const { settings } = suite.container().resolve<InvoiceModuleService>(INVOICE_MODULE)
  Object.assign(settings, { mode })
}

export const restoreModes = (suite: Suite): void => {
  setModes(suite, [{ mode: "own" }])
}

/** As somebody who owns the database could do it: past the guards of the tables. */
export const tamper = (database: Knex, sql: string): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction.raw(sql)
  })

/** How many rows a table has. */
export const rowsOf = async (suite: Suite, table: string): Promise<number> => {
  const rows = await selectRows<{ count: number }>(
    suite.database(),
    `SELECT count(*)::int AS count FROM ${table}`
  )
  return rows[0]?.count ?? 0
}

/** What staff does about invoices that are made elsewhere. */
export const bookkeeperOf = (suite: Suite, headers: Headers) => {
  const requests = async (query = "status=waiting") => {
    const path = `${REQUESTS}?${query}`
    return (await suite.call<AdminInvoiceRequestListResponse>("GET", path, { headers })).body
  }
  const request = async (id: string) => {
    type Body = { invoice_request: AdminInvoiceRequest & { document: unknown } }
    return (await suite.call<Body>("GET", `${REQUESTS}/${id}`, { headers })).body.invoice_request
  }
  /** Sells one order and takes the money; waits until its invoice is asked for. */
  const sell = async (cart: Parameters<typeof createCart>[1] = {}): Promise<string> => {
    const orderId = await buy(suite, await createCart(suite, cart))
    await captureOrder(suite, orderId, headers)
    await eventually(async () => (await requests(`order_id=${orderId}`)).count > 0)
    await suite.settle()
    return orderId
  }
  const refund = async (orderId: string, amount: number): Promise<void> => {
    const before = (await requests(`order_id=${orderId}`)).count
    const path = `/admin/orders/${orderId}?fields=payment_collections.payments.id`
    type Body = { order: { payment_collections: { payments: { id: string }[] }[] } }
    const { body } = await suite.call<Body>("GET", path, { headers })
    const id = body.order.payment_collections[0]?.payments[0]?.id ?? ""
    await suite.call("POST", `/admin/payments/${id}/refund`, { headers, body: { amount } })
    await eventually(async () => (await requests(`order_id=${orderId}`)).count > before)
    await suite.settle()
  }
  const record = (orderId: string, body: object) =>
    suite.call<AdminExternalInvoiceResponse>("POST", `/admin/orders/${orderId}/external-invoices`, {
      headers,
      body,
    })
  const numbers = async (orderId: string) => {
    const path = `/admin/orders/${orderId}/external-invoices`
    const { body } = await suite.call<AdminExternalInvoiceListResponse>("GET", path, { headers })
    return body.external_invoices
  }
  return { requests, request, sell, refund, record, numbers }
}
