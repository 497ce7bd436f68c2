import { asValue } from "@medusajs/framework/awilix"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import {
  Modules,
  createMedusaContainer,
  ContainerRegistrationKeys,
} from "@medusajs/framework/utils"
import type { Event, ICachingModuleService } from "@medusajs/framework/types"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasureCertificate } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const atOnce = { override_blocks: true, grace_hours: 0 }

  describe("after an erasure", () => {
    it("search, index and other plugins are told, also when the server died before it could", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqtold")
      const heard: Event[] = []
      const bus = suite.container().resolve(Modules.EVENT_BUS)
      const listen = (event: Event): Promise<void> => {
        heard.push(event)
        return Promise.resolve()
      }
      const names = ["customer.deleted", "order.order.updated", "dk_personal_data.erased"]
      for (const name of names) bus.subscribe(name, listen, { subscriberId: `zq-${name}` })
      const { erasure } = await erase(headers, { customer_id: account.customerId, ...atOnce })
      const expected = [
        { name: "customer.deleted", data: { id: account.customerId } },
        { name: "order.order.updated", data: { id: [orderId] } },
        { name: "dk_personal_data.erased", data: { id: erasure?.id } },
      ]
      await suite.settle()
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(heard).toEqual(
        expect.arrayContaining(expected.map((event) => expect.objectContaining(event) as Event))
      )
      heard.length = 0
      await finishErasures(suite.container())
      expect(heard).toEqual([])
      await suite.database().raw("UPDATE dk_personal_data_erasure SET told_at = NULL")
      await finishErasures(suite.container())
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(heard).toHaveLength(3)
      for (const name of names) bus.unsubscribe(name, listen, { subscriberId: `zq-${name}` })
    })

    it("caches have forgotten the person, and nobody else", async () => {
      const headers = await staff(suite)
      const { customerId } = await register(suite, { email: "zqcached@kunde.example" })
      const container = suite.container()
      const shared = createMedusaContainer()
      shared.register("logger", asValue(container.resolve(ContainerRegistrationKeys.LOGGER)))
      const loaded = await MedusaModule.bootstrap<ICachingModuleService>({
        moduleKey: Modules.CACHING,
        defaultPath: "@medusajs/medusa/caching",
        declaration: { scope: "internal", options: { in_memory: { enable: true } } },
        sharedContainer: shared,
      })
      const cache = loaded[Modules.CACHING]
      if (!cache) throw new Error("no cache")
      container.register(Modules.CACHING, asValue(cache))
      // Entries that do not follow events: only clearing reaches them.
      for (const [key, id] of [
        ["zqmine", customerId],
        ["zqother", "cus_other"],
      ] as const) {
        const options = { autoInvalidate: false }
        await cache.set({ key, data: { id }, tags: [`Customer:${id}`], options })
      }
      await erase(headers, { customer_id: customerId, ...atOnce })
      expect(await cache.get({ key: "zqmine" })).toBeNull()
      expect(await cache.get({ key: "zqother" })).toEqual({ id: "cus_other" })
      container.register(Modules.CACHING, asValue(undefined))
    })

    it("a message to an erased order reaches no provider, and its fellows go out", async () => {
      const headers = await staff(suite)
      const [one, two] = [await buyOnce(suite, "zqmaila"), await buyOnce(suite, "zqmailb")]
      for (const { account } of [one, two]) {
        await erase(headers, { customer_id: account.customerId, ...atOnce })
      }
      const orders = await selectRows<{ email: string }>(
        suite.database(),
        `SELECT email FROM "order" WHERE id IN (?, ?)`,
        [one.orderId, two.orderId]
      )
      const addresses = [one, two].map(({ orderId }) => `erased+${orderId}@invalid.invalid`)
      expect(orders.map(({ email }) => email).sort()).toEqual(addresses.sort())
      const notifications = suite.container().resolve(Modules.NOTIFICATION)
      // No provider sends e-mail in this store, so a message that reached one would fail.
      const message = { channel: "email", template: "order-placed", data: {} }
      const [to = ""] = addresses
      expect(await notifications.createNotifications({ ...message, to })).toMatchObject({ to })
      await expect(
        notifications.createNotifications({ ...message, to: "zqother@kunde.example" })
      ).rejects.toThrow()
      const feed = { channel: "feed", template: "zqfeed", data: {}, to: "zqother" }
      const sent = await notifications.createNotifications([
        { ...message, to: to.toUpperCase() },
        feed,
      ])
      expect(sent).toMatchObject([{ to: "zqother" }])
      const stored = await selectRows(
        suite.database(),
        `SELECT 1 FROM notification WHERE lower("to") LIKE '%@invalid.invalid'`
      )
      expect(stored).toEqual([])
      const found = await preview(headers, { email: to, grace_hours: 0 })
      expect(found).toMatchObject({ already_erased: true, erased_now: [], blocked: [] })
    })

    it("tokens and cookies of the account are refused wherever one could be used", async () => {
      const headers = await staff(suite)
      const { customerId, token } = await register(suite, { email: "zqactor@kunde.example" })
      const bearer = { authorization: `Bearer ${token}` }
      const session = await suite.call("POST", "/auth/session", { headers: bearer })
      const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? ""
      const me = () =>
        suite.call("GET", "/store/customers/me", { headers: { ...shopper(), cookie } })
      expect((await me()).status).toBe(200)
      await erase(headers, { customer_id: customerId, ...atOnce })
      expect((await me()).status).toBe(401)
      const routes = [
        ["POST", "/auth/token/refresh"],
        ["POST", "/auth/session"],
        ["GET", "/auth/mfa/factors"],
        ["POST", "/auth/mfa/factors"],
        ["POST", "/auth/mfa/factors/zq/verify"],
        ["DELETE", "/auth/mfa/factors/zq"],
        ["POST", "/auth/mfa/recovery-codes"],
        ["POST", "/auth/mfa/challenges/zq/verify"],
        ["POST", "/auth/verification/request"],
        ["POST", "/auth/verification/confirm"],
        ["GET", "/store/orders"],
        ["GET", "/store/customers/me/addresses"],
      ] as const
      const bodies: Record<string, object> = {
        "/auth/mfa/factors": { provider: "totp" },
        "/auth/mfa/factors/zq/verify": { code: "123456" },
        "/auth/mfa/factors/zq": { code: "123456" },
        "/auth/mfa/challenges/zq/verify": { code: "123456", method: "totp" },
        "/auth/verification/request": {
          entity_type: "email",
          entity_id: "zqactor@kunde.example",
          code_provider: "token",
        },
        "/auth/verification/confirm": { code: "zq" },
      }
      for (const [method, path] of routes) {
        const body = method === "GET" ? undefined : (bodies[path] ?? {})
        const answer = await suite.call(method, path, {
          headers: { ...shopper(token) },
          ...(body && { body }),
        })
        expect([method, path, answer.status, answer.text]).toEqual([
          method,
          path,
          401,
          expect.any(String),
        ])
      }
    })

    it("the proof prints in both languages and says how far it reaches", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqproof")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        reason: "zqproofreason",
        ...atOnce,
      })
      const path = `${ERASURES}/${erasure?.id ?? ""}/certificate`
      const proof = await suite.call<{ certificate: AdminErasureCertificate }>("GET", path, {
        headers,
      })
      const { reach } = proof.body.certificate
      expect(reach?.map_digest).toMatch(/^[0-9a-f]{64}$/)
      expect(reach?.tables).toBeGreaterThan(40)
      expect(reach?.columns).toBeGreaterThan(150)
      const da = await suite.call("GET", `${path}/html`, { headers })
      expect(da.headers.get("content-type")).toContain("text/html")
      for (const text of ["Bevis for sletning", "Slettes nu", "Beholdes som bevis"]) {
        expect(da.text).toContain(text)
      }
      expect(da.text).toContain("Konto: 1 post")
      const en = await suite.call("GET", `${path}/html?locale=en`, { headers })
      expect(en.text).toContain("Erased although not finished")
      for (const { text } of [da, en, proof]) expect(text).not.toContain("zqproof")
      expect((await suite.call("GET", `${path}/html?locale=fr`, { headers })).status).toBe(400)
    })
  })
}
