import { awaitInvoices } from "../helpers/invoices"
import { buyOnce } from "../helpers/erasures"
import { routesUnder } from "../helpers/routes"
import { captureOrder, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const READS = ["admin/privacy", "admin/dk", "admin/orders", "admin/customers"]
  .flatMap(routesUnder)
  .filter(([method, path]) => method === "GET" && !path.endsWith("marketing-audience"))

const OF_SHOPPERS = ["store/customers", "store/orders", "store/carts"]
  .flatMap(routesUnder)
  .filter(([method]) => method === "GET")

export default (suite: Suite): void => {
  describe("headers", () => {
    const headersOf = async (path: string, headers: Record<string, string>) =>
      (await suite.call("GET", path, { headers })).headers

    it("keep answers about people out of every cache", async () => {
      expect(READS.length).toBeGreaterThan(60)
      const headers = await staff(suite)
      for (const [, path] of [...READS, ["GET", "/admin/customers"] as const]) {
        const answered = await headersOf(path, headers)
        expect([path, answered.get("cache-control")]).toEqual([
          path,
          expect.stringContaining("no-store"),
        ])
        expect([path, answered.get("x-content-type-options")]).toEqual([path, "nosniff"])
      }
      const { account } = await buyOnce(suite, "zqheaders")
      expect(OF_SHOPPERS.length).toBeGreaterThan(8)
      for (const [, path] of OF_SHOPPERS) {
        const answered = await headersOf(path, shopper(account.token))
        expect([path, answered.get("cache-control")]).toEqual([
          path,
          expect.stringContaining("no-store"),
        ])
      }
    })

    it("let no page of a document be framed, run a script or tell where it was", async () => {
      const headers = await staff(suite)
      const { orderId } = await buyOnce(suite, "zqframes")
      await captureOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      for (const page of [
        "/admin/privacy/record-of-processing/html",
        `/admin/dk/invoices/${invoice?.id ?? ""}/html`,
      ]) {
        const answered = await headersOf(page, headers)
        expect([page, answered.get("content-type")]).toEqual([page, "text/html; charset=utf-8"])
        expect(answered.get("content-security-policy")).toBe(
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        expect(answered.get("referrer-policy")).toBe("no-referrer")
        expect(answered.get("x-frame-options")).toBe("DENY")
      }
    })

    it("of another site's page make staff's cookie worth nothing", async () => {
      const session = await suite.call("POST", "/auth/session", { headers: await staff(suite) })
      const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? ""
      const askFrom = (origin: string) =>
        suite.call("POST", "/admin/privacy/erasures/preview", {
          headers: { cookie, origin },
          body: { email: "nobody@kunde.example" },
        })
      const refused = await askFrom("https://evil.example")
      expect([refused.status, refused.error.code]).toEqual([403, "other_site"])
      expect((await askFrom(new URL(suite.baseUrl).origin)).status).toBe(200)
    })
  })
}
