import type { Knex } from "../../src/shared/postgres"
import { selectRows } from "../../src/shared/postgres"
import type { AdminDoctorResponse } from "../../src/types/http"
import { erasuresOf } from "../http/helpers/erasures"
import { exportJson } from "../http/helpers/exports"
import { payAtNets, startNetsPayment } from "../http/helpers/nets"
import { createCart, eventually, register } from "../http/helpers/shop"
import type { Headers } from "../http/helpers/shop"
import type { Suite } from "../http/helpers/suite"
import { shipOrder } from "../http/helpers/warehouse"
import type { Cluster } from "./parts/cluster"
import { BUCKETS } from "./parts/cluster"
import { shopAt } from "./traffic/shop"

const EMAIL = "zqhistorie@kunde.example"

/** What runs where several machines need it, as the store itself judges it. */
const CHECKS = ["engines", "worker", "email", "files", "evidence"]

const lookedAt = async (server: Suite, headers: Headers) => {
  const path = "/admin/privacy/doctor?locale=en"
  const { body } = await server.call<AdminDoctorResponse>("GET", path, { headers })
  const { findings } = body.doctor
  return findings.flatMap(({ check, state }) => (CHECKS.includes(check) ? [[check, state]] : []))
}

const orderOf = (database: Knex, cartId: string): Promise<string> =>
  eventually(async () => {
    const sql = "SELECT order_id FROM order_cart WHERE cart_id = ?"
    return (await selectRows<{ order_id: string }>(database, sql, [cartId]))[0]?.order_id
  })

/**
 * One customer's life over all machines: bought at one server and never come back to, so that Nets' webhook makes the
 * order; sent by the other server; invoiced and mailed by the worker; handed out and erased.
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
  expect(await machines.worker.run("access-heartbeat")).toBeNull()
  expect(await lookedAt(first, headers)).toEqual(
    expect.arrayContaining(CHECKS.map((check) => [check, "ok"]))
  )

  const { customerId, token } = await register(first, { email: EMAIL, first_name: "Zqhistorie" })
  const cartId = await createCart(second, { token, email: EMAIL })
  const { paymentId } = await startNetsPayment(first, cartId, { token })
  await payAtNets(paymentId)
  const orderId = await orderOf(database, cartId)

  await shipOrder(second, orderId, headers)
  const mailed = () => mail.mails.filter(({ to }) => to === EMAIL)
  await eventually(() => Promise.resolve(mailed().length > 0))
  expect(mailed().map(({ subject }) => subject)).toEqual([expect.stringContaining("F-4711")])

  const exported = await first.call("POST", "/admin/orders/export", { headers, body: {} })
  expect(exported.status).toBe(202)
  const kept = () =>
    [...files.objects].filter(
      ([name, body]) => name.startsWith(BUCKETS.files) && body.toString().includes(EMAIL)
    )
  await eventually(() => Promise.resolve(kept().length === 1))

  const found = await exportJson(second, headers, { customer_id: customerId, profile: "access" })
  expect(found).toMatchObject({ found: true, customer_ids: [customerId], emails: [EMAIL] })

  const asked = { customer_id: customerId, grace_hours: 0 }
  const { erasure } = await erasuresOf(first).erase(headers, asked)
  expect(erasure?.status).toBe("done")
  expect([...files.objects.keys()].filter((name) => name.startsWith(BUCKETS.ledger))).toHaveLength(
    1
  )
  expect(kept()).toEqual([])
}
