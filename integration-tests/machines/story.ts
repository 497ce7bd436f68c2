import type { Knex } from "../../src/shared/postgres"
import { selectRows } from "../../src/shared/postgres"
import type { AdminDoctorResponse } from "../../src/types/http"
import { tablesHolding } from "../http/helpers/canary"
import { erasuresOf } from "../http/helpers/erasures"
import { exportJson } from "../http/helpers/exports"
import { payAtNets, startNetsPayment } from "../http/helpers/nets"
import { buyOnInvoice, cartOf, SCHOOL } from "../http/helpers/on-account"
import { createCart, register } from "../http/helpers/shop"
import type { Headers } from "../http/helpers/shop"
import type { Suite } from "../http/helpers/suite"
import { shipOrder } from "../http/helpers/warehouse"
import type { Cluster } from "./parts/cluster"
import { BUCKETS } from "./parts/cluster"
import { persist, shopAt } from "./traffic/shop"

const EMAIL = "zqhistorie@kunde.example"

/** What runs where several machines need it, as the store itself judges it. */
const CHECKS = ["engines", "worker", "email", "files", "evidence"]

const lookedAt = async (server: Suite, headers: Headers) => {
  const path = "/admin/privacy/doctor?locale=en"
  const { body } = await server.call<AdminDoctorResponse>("GET", path, { headers })
  return body.doctor.findings.filter(({ check }) => CHECKS.includes(check))
}

/** Waits, up to a minute, until something is there. */
const awaited = <Value>(what: string, read: () => Promise<Value | undefined>): Promise<Value> =>
  persist(async () => {
    const value = await read()
    if (value === undefined) throw new Error(`${what} did not come`)
    return value
  })

/**
 * One customer's life over all machines: bought at one server and never come back to, so that Nets' webhook makes the
 * order; sent by the other server; charged and invoiced by the worker; handed out and erased. A school buys on invoice, which
 * the worker mails.
 */
export const tellStory = async (
  { machines, mail, files }: Cluster,
  database: Knex,
  headers: Headers
): Promise<void> => {
  const [first, second] = [machines["server-1"], machines["server-2"]].map(({ port }) =>
    shopAt(port, database)
  )
  if (!first || !second) throw new Error("There are two servers")
  const field = async (sql: string, ...values: string[]) =>
    (await selectRows<{ value: string }>(database, sql, values))[0]?.value
  const once = (isSo: boolean) => Promise.resolve(isSo || undefined)

  expect(await machines.worker.run("access-heartbeat")).toBeNull()
  const findings = await lookedAt(first, headers)
  expect(findings.filter(({ state }) => state !== "ok")).toEqual([])
  expect([...new Set(findings.map(({ check }) => check))].sort()).toEqual([...CHECKS].sort())

  const { customerId, token } = await register(first, { email: EMAIL, first_name: "Zqhistorie" })
  const cartId = await createCart(second, { token, email: EMAIL })
  const { paymentId } = await startNetsPayment(first, cartId, { token })
  await payAtNets(paymentId)
  const orderId = await awaited("the order", () =>
    field("SELECT order_id AS value FROM order_cart WHERE cart_id = ?", cartId)
  )

  // Money of the emulator's is no money: its document is of the test series, and goes to nobody.
  await shipOrder(second, orderId, headers)
  await awaited("the document", () =>
    field("SELECT order_id AS value FROM dk_invoice_cause WHERE order_id = ?", orderId)
  )

  const onInvoice = await buyOnInvoice(second, await cartOf(first, SCHOOL))
  await shipOrder(first, onInvoice, headers)
  await awaited("the invoice", () => once(mail.mails.length > 0))
  expect(mail.mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("F-4711")])

  const exported = await first.call("POST", "/admin/orders/export", { headers, body: {} })
  expect(exported.status).toBe(202)
  const kept = () =>
    [...files.objects].filter(
      ([name, body]) => name.startsWith(BUCKETS.files) && body.toString().includes(EMAIL)
    )
  await awaited("the file of orders", () => once(kept().length === 1))

  const found = await exportJson(second, headers, { customer_id: customerId, profile: "access" })
  expect(found).toMatchObject({ found: true, customer_ids: [customerId], emails: [EMAIL] })

  const asked = { customer_id: customerId, grace_hours: 0 }
  const { erasure } = await erasuresOf(first).erase(headers, asked)
  await awaited("the erasure", async () => {
    await machines.worker.run("personal-data-finish-erasures")
    const sql = "SELECT status AS value FROM dk_personal_data_erasure WHERE id = ?"
    return once((await field(sql, erasure?.id ?? "")) === "done")
  })
  const lines = [...files.objects.keys()].filter((name) => name.startsWith(BUCKETS.ledger))
  expect(lines.length).toBeGreaterThan(0)
  await machines.worker.run("personal-data-tidy")
  expect(kept()).toEqual([])
  expect(await tablesHolding(database, EMAIL)).toEqual([])
}
