import { allAdminRoutes } from "../../../scripts/lib/admin-routes"
import { live, openShop } from "../helpers/life/live"
import type { Life, Shop } from "../helpers/life/live"
import { eventually, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const GETS = allAdminRoutes()
  .filter(({ method }) => method === "GET")
  .map(({ path }) => path)

/** They answer for as long as somebody listens; Medusa's own of the index never does in this store, with the plugin or without. */
const isEndless = (path: string): boolean =>
  path.endsWith("/subscribe") || path === "/admin/index/details"

/** Reading the log is logged, as every export is, whatever is in it. */
const LOGGED_ALWAYS = new Set(["/admin/privacy/access-events"])

/**
 * Free texts count wherever they stand, since they can be about anybody: notes and metadata that no life here has
 * typed, and texts of the shop.
 */
const MAY_BE_LOGGED = new Set([
  "/admin/customer-groups",
  "/admin/customer-groups/:id",
  "/admin/workflows-executions",
  "/admin/dk/invoices/:id/deliveries",
  "/admin/orders/:id/dk-invoices",
  "/admin/store-credit-accounts/:id/transactions",
])

/** How many things of each kind are opened. */
const OPENED = 3

type Answer = { route: string; path: string; carries: boolean; logged: number }

const idOf = (row: unknown): string[] =>
  typeof row === "object" && row !== null && "id" in row && typeof row.id === "string"
    ? [row.id]
    : []

/** Of a list in Medusa's shape. */
const idsIn = (body: unknown): string[] => {
  if (typeof body !== "object" || body === null) return []
  const list: unknown = Object.values(body).find((value) => Array.isArray(value))
  return Array.isArray(list) ? list.flatMap(idOf) : []
}

const countEvents = async ({ suite }: Shop): Promise<number> =>
  Number((await suite.database()("dk_access_event").count<{ count: string }[]>())[0]?.count ?? 0)

/** Told to staff, so that reads are logged. */
const publishStaffNotice = async ({ suite, headers }: Shop): Promise<void> => {
  const draft = await suite.call<{ notice: { id: string } }>("POST", "/admin/privacy/notices", {
    headers,
    body: { kind: "staff", locale: "da", body: "Vi logger, hvem der slår kunder op." },
  })
  const path = `/admin/privacy/notices/${draft.body.notice.id}/publish`
  await suite.call("POST", path, { headers, body: {} })
  await eventually(
    async () =>
      (await suite.call<{ is_on: boolean }>("GET", "/admin/privacy/access-events", { headers }))
        .body.is_on
  )
}

const crawler = (shop: Shop, life: Life) => {
  const marks = [life.diary.who, life.bystander.who].map((who) => `zq${who}`)
  const service = shop.suite
    .container()
    .resolve<{ readLog: { flush: () => Promise<void> } }>("dk_access")
  const ids = new Map<string, string[]>()
  const addressId = [...life.diary.ids].find((id) => id.startsWith("cuaddr_")) ?? ""

  const read = async (route: string, path: string): Promise<Answer | null> => {
    const before = await countEvents(shop)
    const { status, text, body } = await shop.suite.call("GET", path, { headers: shop.headers })
    if (status !== 200) return null
    await service.readLog.flush()
    ids.set(route, [...(ids.get(route) ?? []), ...idsIn(body)])
    const lower = text.toLowerCase()
    return {
      route,
      path,
      // What a PDF says is packed.
      carries: route.endsWith("/pdf") || marks.some((mark) => lower.includes(mark)),
      logged: (await countEvents(shop)) - before,
    }
  }

  /** Paths of a route: the first things of the list above it, one level at a time. */
  const pathsOf = (route: string): string[] => {
    const [list = ""] = route.split("/:", 1)
    const known = list === "/admin/orders" ? Object.values(life.orders) : (ids.get(list) ?? [])
    const first = known.slice(0, OPENED + 2)
    const own = list === "/admin/customers" ? [life.account.customerId, ...first] : first
    return own
      .map((id) => route.replace(/:\w+/, id))
      .map((path) => path.replace(":address_id", addressId))
  }
  return { read, pathsOf }
}

export default (suite: Suite): void => {
  describe("reading everything in Admin", () => {
    it("leaves an event for each answer that carried a person, and none for the others", async () => {
      const shop = await openShop(suite, await staff(suite))
      const life = await live(shop, "olga")
      await suite.settle()
      await publishStaffNotice(shop)
      const { read, pathsOf } = crawler(shop, life)
      const answers: Answer[] = []
      const routes = [...GETS].filter((path) => !isEndless(path) && !LOGGED_ALWAYS.has(path))
      const byDepth = routes.sort((a, b) => a.split(":").length - b.split(":").length)
      for (const route of byDepth) {
        for (const path of route.includes(":") ? pathsOf(route) : [route]) {
          const answer = await read(route, path)
          if (answer) answers.push(answer)
        }
      }
      const opened = new Set(answers.map(({ route }) => route))
      expect(opened.size).toBeGreaterThan(100)
      expect(answers.filter(({ carries }) => carries).length).toBeGreaterThan(40)
      const wrong = answers.filter(({ route, carries, logged }) =>
        carries ? logged !== 1 : logged > (MAY_BE_LOGGED.has(route) ? 1 : 0)
      )
      expect(
        wrong.map(
          ({ path, carries, logged }) =>
            `${path} ${carries ? "carried" : "carried nobody"}, ${logged.toString()} logged`
        )
      ).toEqual([])
    }, 400_000)
  })
}
