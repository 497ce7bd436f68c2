import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { startEmulator } from "../emulator/nets"
import type { Emulator } from "../emulator/nets"
import budget from "../scripts/lib/size-budget.json"
import type { DkInvoice } from "../src/types/http"
import { openAdmin, openCustomer } from "./helpers/admin"
import { chromiumPath, openBrowser } from "./helpers/browser"
import { installStore, linkBuild, medusa, packPlugin, startStore } from "./helpers/fresh-store"
import { freePort, startOwnPostgres } from "./helpers/postgres"
import type { OwnPostgres } from "./helpers/postgres"
import { run, start } from "./helpers/run"
import type { Running } from "./helpers/run"

const STAFF = { email: "ejer@fremmed.example", password: "et-langt-kodeord" }

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
  if (!response.ok) throw new Error(`${path}: ${response.status.toString()}`)
  return (await response.json()) as Body
}

type Order = {
  customer_id: string
  payment_collections: { payments: { id: string }[] }[]
}

/** Captures as staff and gives the invoices once there are any. */
const captureAndRead = async (
  orderId: string
): Promise<{ order: Order; invoices: DkInvoice[] }> => {
  const login = await call<{ token: string }>("/auth/user/emailpass", "", STAFF)
  const fields = "customer_id,payment_collections.payments.id"
  const { order } = await call<{ order: Order }>(
    `/admin/orders/${orderId}?fields=${fields}`,
    login.token
  )
  for (const { id } of order.payment_collections.flatMap(({ payments }) => payments)) {
    await call(`/admin/payments/${id}/capture`, login.token, {})
  }
  const path = `/admin/orders/${orderId}/dk-invoices`
  for (let attempt = 0; attempt < 50; attempt++) {
    const { invoices } = await call<{ invoices: DkInvoice[] }>(path, login.token)
    if (invoices.length > 0) return { order, invoices }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { order, invoices: [] }
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

  it("migrates, sells through Nets and ends with a sealed invoice", async () => {
    const withAdmin = { ...env, ADMIN: "on" }
    await Promise.all([
      medusa(host, ["db:migrate", "--execute-safe-links"], env),
      ...(chromiumPath ? [medusa(host, ["build"], withAdmin)] : []),
    ])
    await medusa(host, ["exec", "./e2e/fixtures/host/seed.ts"], env)
    const { publishableKey, regionId } = JSON.parse(readFileSync(seeded, "utf8")) as {
      publishableKey: string
      regionId: string
    }
    // Development would serve the dashboard through vite, production and staging ask for https.
    const started = chromiumPath
      ? await startStore(linkBuild(host), { ...withAdmin, NODE_ENV: "preview" })
      : await startStore(host, env)
    store = started
    if (!started.ready) throw new Error(started.output())

    const buyer = { MEDUSA_URL: env.PUBLIC_URL ?? "", KEY: publishableKey, REGION: regionId }
    const bought = await run("node", ["e2e/fixtures/host/buy.mjs"], {
      cwd: host,
      env: { ...env, ...buyer },
    })
    const { order_id: orderId } = JSON.parse(bought) as { order_id: string }
    const { order, invoices } = await captureAndRead(orderId)
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
