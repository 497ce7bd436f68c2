import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminErasureCertificate,
  AdminErasureProof,
  AdminFullScan,
} from "../../../src/types/http"
import { ERASURES, erasuresOf } from "./erasures"
import { awaitInvoices, setBuyer } from "./invoices"
import { ADDRESS, buy, captureOrder, createCart, eventually, register, shopper } from "./shop"
import type { Account, Headers } from "./shop"
import type { Suite } from "./suite"
import { shipOrder } from "./warehouse"

export const SCANS = "/admin/privacy/scans"
export const NUMBER = "12 34 56 78"

/** What staff does to have an erasure proven, and a table of the store's own that holds what it should not. */
export const fullScansOf = (suite: Suite) => {
  const { erase } = erasuresOf(suite)
  const database = () => suite.database()
  const count = async (table: string): Promise<number> =>
    (await selectRows<{ n: number }>(database(), `SELECT count(*)::int AS n FROM ${table}`))[0]
      ?.n ?? 0

  /** An account with one order, sent, paid and invoiced; every field says whose it is. */
  const buyWhole = async (
    headers: Headers,
    name: string
  ): Promise<{ account: Account; orderId: string }> => {
    const person = { first_name: `${name}first`, last_name: `${name}last`, phone: NUMBER }
    const account = await register(suite, { email: `${name}@kunde.example`, ...person })
    const cartId = await createCart(suite, {
      token: account.token,
      email: account.email,
      shipping_address: { ...ADDRESS, ...person, address_1: `${name}street 7` },
    })
    const wish = { type: "private", name_on_invoice: true }
    await setBuyer(suite, `/store/carts/${cartId}`, shopper(account.token), wish)
    const orderId = await buy(suite, cartId, account.token)
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    await shipOrder(suite, orderId, headers)
    await suite.settle()
    return { account, orderId }
  }

  const eraseWhole = async (headers: Headers, { customerId }: Account): Promise<string> => {
    const body = { customer_id: customerId, grace_hours: 0 }
    const { erasure } = await erase(headers, body)
    await suite.settle()
    expect(erasure?.status).toBe("done")
    return erasure?.id ?? ""
  }

  const readScan = async (headers: Headers, id: string): Promise<AdminFullScan> =>
    (await suite.call<{ scan: AdminFullScan }>("GET", `${SCANS}/${id}`, { headers })).body.scan

  const start = (headers: Headers) =>
    suite.call<{ scan: AdminFullScan }>("POST", SCANS, { headers, body: {} })

  const scan = async (headers: Headers): Promise<AdminFullScan> => {
    const answer = await start(headers)
    expect(answer.status).toBe(202)
    return eventually(async () => {
      const found = await readScan(headers, answer.body.scan.id)
      return found.status === "done" && found
    })
  }

  const certificate = async (headers: Headers, id: string): Promise<AdminErasureCertificate> =>
    (
      await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `${ERASURES}/${id}/certificate`,
        { headers }
      )
    ).body.certificate

  const proof = async (headers: Headers, id: string): Promise<AdminErasureProof> =>
    (await certificate(headers, id)).proof

  /** A table of the store's own that nobody has told the map of. */
  const withNotes = async (work: () => Promise<void>): Promise<void> => {
    await database().raw(
      `CREATE TABLE zq_notes (id serial PRIMARY KEY, note text, lines text[], facts jsonb, raw json, words tsvector, deleted_at timestamptz, created_at timestamptz NOT NULL DEFAULT now() - interval '1 day')`
    )
    try {
      await work()
    } finally {
      await database().raw("DROP TABLE zq_notes")
    }
  }
  return { erase, database, count, buyWhole, eraseWhole, readScan, start, scan, proof, withNotes }
}
