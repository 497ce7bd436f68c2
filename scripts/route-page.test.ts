import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { findRule } from "../src/modules/access/domain/routes/find-rule"
import { OWN_ROUTES } from "../src/modules/access/domain/routes/own"
import { allAdminRoutes } from "./lib/admin-routes"
import { routePage } from "./lib/route-page"

const PAGE = join(__dirname, "../docs/routes.md")
const routes = allAdminRoutes()

describe("the route table", () => {
  it("has a rule for every admin route of this plugin, of Medusa and of its plugins", () => {
    expect(routes.length).toBeGreaterThan(400)
    const without = routes.filter(({ method, path }) => findRule(method, path) === null)
    expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it("has no rule of this plugin that no route meets", () => {
    const met = new Set(routes.map(({ method, path }) => findRule(method, path)))
    const idle = OWN_ROUTES.filter((rule) => !met.has(rule))
    expect(idle.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it("is what the docs say", () => {
    const page = routePage()
    if (process.env.WRITE_DOCS) writeFileSync(PAGE, page)
    // `npm run docs:routes` writes it anew.
    expect(readFileSync(PAGE, "utf8")).toBe(page)
  })
})

describe("a request", () => {
  it.each([
    ["GET", "/ADMIN/Orders/", "GET /admin/orders"],
    ["HEAD", "/admin/customers", "GET /admin/customers/*"],
    ["PATCH", "/admin/customers/cus_1", "* /admin/customers/*"],
    ["GET", "/admin/orders/order_1/changes", "GET /admin/orders/*"],
    ["GET", "/admin/orders/order_1/buyer", "GET /admin/orders/:id/buyer"],
  ])("%s %s meets its rule", (method, path, expected) => {
    const rule = findRule(method, path)
    expect(`${rule?.method ?? ""} ${rule?.path ?? ""}`).toBe(expected)
  })

  it.each(["/admin/reviews", "/admin", "/admin/ordersx", "/store/orders"])(
    "%s meets none",
    (path) => {
      expect(findRule("GET", path)).toBeNull()
    }
  )
})
