import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { startEmulator } from "../emulator/nets"
import type { Emulator } from "../emulator/nets"
import budget from "../scripts/lib/size-budget.json"
import type { DkInvoice } from "../src/types/http"
import { openAdmin, openCustomer } from "./helpers/admin"
import { chromiumPath, openBrowser } from "./helpers/browser"
import { until } from "./helpers/cookies"
import { readCopy } from "./helpers/copy"
import { installStore, linkBuild, medusa, packPlugin, startStore } from "./helpers/fresh-store"
import { freePort, startOwnPostgres } from "./helpers/postgres"
import type { OwnPostgres } from "./helpers/postgres"
import { run, start } from "./helpers/run"
import { AUTHORITY } from "./helpers/sale"
import type { Running } from "./helpers/run"

const STAFF = { email: "ejer@fremmed.example", password: "et-langt-kodeord" }

const COMPANY = { type: "business", cvr: "13585628", company_name: "Prøve ApS" }

const root = mkdtempSync(join(tmpdir(), "dk-fresh-store-"))
const host = join(root, "store")
const seeded = join(root, "seeded.json")

const installed = join(host, "node_modules", "medusa-plugin-denmark")

let tarball = ""
let postgres: OwnPostgres | undefined
let emulator: Emulator | undefined
let env: Record<string, string>
let store: Running | undefined

beforeAll(async () => {
  chmodSync(root, 0o755)
  tarball = process.env.DK_TARBALL ?? (await packPlugin(root))
  await installStore(host, tarball)
  postgres = await startOwnPostgres(join(root, "postgres"))
  emulator = await startEmulator({ webhookRetryMs: 100 })
  const port = String(await freePort())
  env = {
    DATABASE_URL: postgres.url,
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    NETS_URL: emulator.url,
    SEEDED: seeded,
    NODE_ENV: "development",
    ADMIN: "off",
  }
}, 420_000)

afterAll(async () => {
  await emulator?.stop()
  await postgres?.stop()
  rmSync(root, { recursive: true, force: true })
}, 60_000)

afterEach(async () => {
  await store?.stop()
  store = undefined
}, 30_000)

const call = async <Body>(path: string, token: string, body?: object): Promise<Body> => {
  const response = await fetch(`${env.PUBLIC_URL ?? ""}${path}`, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
  })
  if (!response.ok)
    throw new Error(`${path}: ${response.status.toString()} ${await response.text()}`)
  return (await response.json()) as Body
}

type Order = {
  customer_id: string
  items: { id: string; quantity: number }[]
  fulfillments: { id: string }[]
  payment_collections: { payments: { id: string }[] }[]
}

const staffToken = async (): Promise<string> =>
  (await call<{ token: string }>("/auth/user/emailpass", "", STAFF)).token

/** Buys one product as a storefront does. Gives the order's id. */
const buy = async (buyer: object, provider: string): Promise<string> => {
  const { publishableKey, regionId } = JSON.parse(readFileSync(seeded, "utf8")) as {
    publishableKey: string
    regionId: string
  }
  const shop = { MEDUSA_URL: env.PUBLIC_URL ?? "", KEY: publishableKey, REGION: regionId }
  const said = await run("node", ["e2e/fixtures/host/buy.mjs"], {
    cwd: host,
    env: { ...env, ...shop, BUYER: JSON.stringify(buyer), PROVIDER: provider },
  })
  return (JSON.parse(said) as { order_id: string }).order_id
}

const readOrder = async (orderId: string, token: string): Promise<Order> => {
  const fields = "customer_id,*items,*items.detail,fulfillments.id,payment_collections.payments.id"
  return (await call<{ order: Order }>(`/admin/orders/${orderId}?fields=${fields}`, token)).order
}

/** The invoices of an order, once there are any. */
const invoicesOf = async (orderId: string, token: string): Promise<DkInvoice[]> => {
  const path = `/admin/orders/${orderId}/dk-invoices`
  const { invoices } = await until(
    () => call<{ invoices: DkInvoice[] }>(path, token),
    ({ invoices: found }) => found.length > 0
  )
  return invoices
}

/** Packs and ships, which is when a sale on invoice is invoiced. */
const ship = async (orderId: string, token: string): Promise<void> => {
  const items = (await readOrder(orderId, token)).items.map(({ id, quantity }) => ({
    id,
    quantity,
  }))
  const path = `/admin/orders/${orderId}/fulfillments`
  await call(path, token, { items })
  for (const { id } of (await readOrder(orderId, token)).fulfillments)
    await call(`${path}/${id}/shipments`, token, { items, labels: [] })
}

/** The e-invoice of a document, which waits for staff to fetch it. */
const eInvoiceOf = async ({ id }: DkInvoice, token: string): Promise<string> => {
  const path = `/admin/dk/invoices/${id}/deliveries`
  const { deliveries } = await until(
    () => call<{ deliveries: { id: string; state: string }[] }>(path, token),
    ({ deliveries: [delivery] }) => delivery?.state !== "queued"
  )
  expect(deliveries).toMatchObject([{ state: "not_sent" }])
  const answer = await fetch(`${env.PUBLIC_URL ?? ""}${path}/${deliveries[0]?.id ?? ""}/xml`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return answer.text()
}

/** A request for access that came by phone, carried out for whoever bought with an e-mail. Gives the copy. */
const copyOf = async (email: string, token: string): Promise<{ state: string; page: string }> => {
  const { request } = await call<{ request: { id: string } }>("/admin/privacy/requests", token, {
    ...{ kind: "access", channel: "phone", name: "Karen Prøve" },
  })
  const path = `/admin/privacy/requests/${request.id}`
  await call(`${path}/confirm-identity`, token, { proof: "known_to_staff" })
  await call(`${path}/subject`, token, { email })
  type Done = { request: { state: string }; ticket: { ticket: string } }
  const done = await call<Done>(`${path}/fulfil`, token, {})
  const url = `${env.PUBLIC_URL ?? ""}/admin/privacy/exports/${done.ticket.ticket}`
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const file = join(root, "copy.zip")
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  return { state: done.request.state, page: await readCopy(file) }
}

const expectWidgets = async (customerId: string): Promise<void> => {
  const browser = await openBrowser()
  try {
    const url = env.PUBLIC_URL ?? ""
    const page = await openAdmin(browser, { url, admin: STAFF }, "da")
    await openCustomer(page, { url }, customerId)
    await page.getByTestId("dk-buyer").getByText("Køber", { exact: true }).waitFor()
    await page.getByTestId("dk-personal-data").getByText("Persondata", { exact: true }).waitFor()
  } finally {
    await browser.close()
  }
}

/** The address the emulator prints when it is ready. */
const addressOf = async ({ output }: Running): Promise<string> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? []
    if (url !== undefined) return url
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The emulator is not ready: ${output()}`)
}

describe("the packed tarball", () => {
  it.each(["check:publint", "check:entry-types"])("passes %s", async (script) => {
    const cwd = join(__dirname, "..")
    await expect(run("npm", ["run", "--silent", script, "--", tarball], { cwd })).resolves.toEqual(
      expect.any(String)
    )
  })

  it("weighs no more than it may", () => {
    expect(statSync(tarball).size).toBeLessThanOrEqual(budget.tarball)
    const admin = readFileSync(join(installed, ".medusa/server/src/admin/index.mjs"))
    expect(gzipSync(admin).length).toBeLessThanOrEqual(budget.adminExtension)
  })

  it("has the Nets emulator as a command that starts, answers and ends by SIGINT", async () => {
    const bin = join(installed, "bin/medusa-plugin-denmark.cjs")
    const running = start("node", [bin, "nets-emulator", "--port", "0"], { cwd: host })
    try {
      const summary = await fetch(`${await addressOf(running)}/emulator/summary`)
      expect(await summary.json()).toMatchObject({ payments: 0 })
      running.child.kill("SIGINT")
      expect(await running.ended).toBe(0)
    } finally {
      await running.stop()
    }
  })
})

describe("the packed tarball in a fresh store", () => {
  it("loads by every entry it names", async () => {
    const said = await run("node", ["e2e/fixtures/host/load-entries.cjs"], { cwd: host })
    const found = JSON.parse(said) as Record<string, number>
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        "./package.json",
        "./modules/buyer",
        "./modules/personal-data",
        "./.medusa/server/src/modules/invoice",
        "./providers/ean-invoice",
        "./providers/nets",
        "./workflows",
        "./admin",
        "./rules",
        "./rules (import)",
        "./nets (import)",
        "./workflows (import)",
        "./modules/buyer (import)",
        "./personal-data (import)",
        "./nets",
        "./storefront",
        "./personal-data",
        "./dashboard-da",
        "./dashboard-da/vite",
      ])
    )
    expect(Object.entries(found).filter(([, exports]) => exports === 0)).toEqual([])
  })

  it("migrates, sells through Nets and on invoice, to a sealed invoice, an e-invoice and a request carried out", async () => {
    const withAdmin = { ...env, ADMIN: "on" }
    await Promise.all([
      medusa(host, ["db:migrate", "--execute-safe-links"], env),
      ...(chromiumPath ? [medusa(host, ["build"], withAdmin)] : []),
    ])
    await medusa(host, ["exec", "./e2e/fixtures/host/seed.ts"], env)
    // Development would serve the dashboard through vite, production and staging ask for https.
    const started = chromiumPath
      ? await startStore(linkBuild(host), { ...withAdmin, NODE_ENV: "preview" })
      : await startStore(host, env)
    store = started
    if (!started.ready) throw new Error(started.output())

    const token = await staffToken()
    const orderId = await buy(COMPANY, "pp_nets_nets")
    const order = await readOrder(orderId, token)
    for (const { id } of order.payment_collections.flatMap(({ payments }) => payments))
      await call(`/admin/payments/${id}/capture`, token, {})
    const invoices = await invoicesOf(orderId, token)
    expect(invoices).toMatchObject([
      {
        kind: "invoice",
        series: "test",
        document: { currency: "DKK", totals: { net: 11_040, vat: 2_760, gross: 13_800 } },
      },
    ])
    expect(JSON.stringify(invoices)).toContain("13585628")
    if (chromiumPath) await expectWidgets(order.customer_id)
    else console.warn("Left out: the widgets in a browser, because `chromium` is not installed.")

    const publicOrder = await buy(AUTHORITY, "pp_ean-invoice_ean-invoice")
    await ship(publicOrder, token)
    const [invoice] = await invoicesOf(publicOrder, token)
    if (!invoice) throw new Error("The authority was not invoiced")
    const xml = await eInvoiceOf(invoice, token)
    expect(xml).toContain("OIOUBL-2.1")
    for (const said of [AUTHORITY.ean, AUTHORITY.person_reference, invoice.number])
      expect(xml).toContain(`>${said}<`)

    const { state, page } = await copyOf("karen@kunde.example", token)
    expect(state).toBe("completed")
    expect(page).toContain("Testvej 7")
  })

  it("boots in development without any option and says what is missing", async () => {
    const started = await startStore(host, { ...env, STORE_CASE: "without-options" })
    store = started
    expect(started.ready ? "" : started.output()).toBe("")
    expect(started.output()).toContain("not set: controller, secrets, storefrontUrl, publicUrl")
    expect(started.output()).toContain('plugins: [{ resolve: "medusa-plugin-denmark"')
  })

  it("does not start when the Nets provider lacks its dependencies, and prints what to add", async () => {
    const started = await startStore(host, { ...env, STORE_CASE: "without-dependencies" })
    store = started
    expect(started.ready).toBe(false)
    expect(started.output()).toContain('dependencies: ["query", "dk_nets"]')
  })
})
