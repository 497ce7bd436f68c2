import {
  ADDRESS,
  buy,
  completeCart,
  createCart,
  eventually,
  register,
  shopper,
  staff,
  startPayment,
} from "../helpers/shop"
import { dkCheckOrderBuyersWorkflow } from "../../../src/workflows/buyer"
import type { Suite } from "../helpers/suite"

const CVR = "13748136"
const EAN = "5798000019034"
const company = { type: "business", cvr: CVR, company_name: "Prøve ApS" }
const authority = {
  type: "public",
  ean: EAN,
  company_name: "Prøve Kommune",
  person_reference: "ABCDE",
}

type BuyerBody = { buyer: Record<string, unknown> | null }
type Findings = {
  buyer_findings: { order_id: string; field: string; code: string }[]
  count: number
}

export default (suite: Suite): void => {
  const path = (cartId: string) => `/store/carts/${cartId}/buyer`
  const set = (cartId: string, body: unknown, token?: string) =>
    suite.call<BuyerBody>("POST", path(cartId), { headers: shopper(token), body })
  const read = (cartId: string, token?: string) =>
    suite.call<BuyerBody>("GET", path(cartId), { headers: shopper(token) })
  const rows = async (): Promise<number> => {
    const result = await suite
      .database()
      .raw<{ rows: { count: number }[] }>("SELECT count(*)::int AS count FROM dk_buyer")
    return result.rows[0]?.count ?? -1
  }

  describe("POST /store/carts/:id/buyer", () => {
    it("stores a company and a municipality as they are written, and forgets them again", async () => {
      const cartId = await createCart(suite)
      expect((await read(cartId)).body).toEqual({ buyer: null })
      const asCompany = await set(cartId, { ...company, cvr: "DK 13-74 81.36" })
      expect(asCompany.body.buyer).toMatchObject({
        type: "business",
        cvr: CVR,
        country: "dk",
        register: { status: "unverified" },
      })
      await set(cartId, { ...authority, ean: "5798 0000 1903 4" })
      expect((await read(cartId)).body.buyer).toMatchObject({ type: "public", ean: EAN, cvr: null })
      expect(await rows()).toBe(1)
      const removed = await suite.call("DELETE", path(cartId), { headers: shopper() })
      expect(removed.body).toEqual({ id: cartId, object: "buyer", deleted: true })
      expect(await rows()).toBe(0)
    })

    it("refuses what could not be invoiced, names the field, stores and repeats nothing", async () => {
      const cartId = await createCart(suite)
      const refused: [string, unknown][] = [
        ["cvr", { ...company, cvr: "13748137" }],
        ["cvr", { ...company, cvr: "1374813" }],
        ["cvr", { ...company, cvr: "01000004" }],
        ["ean", { ...authority, ean: "5798000091034" }],
        ["person_reference", { ...authority, person_reference: " " }],
        ["company_name", { type: "business", cvr: CVR }],
        ["ean", { type: "private", ean: EAN }],
        ["type", { ...company, type: "robot" }],
        ["discount", { ...company, discount: "all" }],
        ["company_name", { ...company, company_name: "secret".repeat(1_700) }],
      ]
      for (const [field, body] of refused) {
        const answer = await set(cartId, body)
        expect([answer.status, answer.error.type, answer.error.message.split(":")[0]]).toEqual([
          400,
          "invalid_data",
          field,
        ])
        expect(answer.text).not.toMatch(/13748137|5798000091034|secret|robot/)
      }
      expect(await rows()).toBe(0)
    })

    it("is closed to a signed-in stranger, and to carts that do not exist", async () => {
      const owner = await register(suite, { email: "ejer@kunde.example" })
      const stranger = await register(suite, { email: "fremmed@kunde.example" })
      const cartId = await createCart(suite, { token: owner.token, email: owner.email })
      expect((await set(cartId, company, owner.token)).status).toBe(200)
      for (const method of ["GET", "DELETE"]) {
        const answer = await suite.call(method, path(cartId), { headers: shopper(stranger.token) })
        expect(answer.status).toBe(404)
      }
      expect((await set(cartId, { type: "private" }, stranger.token)).status).toBe(404)
      expect((await read("cart_unknown")).status).toBe(404)
      expect((await read(cartId, owner.token)).body.buyer).toMatchObject({ cvr: CVR })
    })

    it("is locked while a payment is open, and free again when it is given up", async () => {
      const cartId = await createCart(suite)
      await set(cartId, company)
      expect((await startPayment(suite, cartId)).status).toBe(200)
      const locked = await set(cartId, { type: "private" })
      expect([locked.status, locked.error.code]).toEqual([409, "buyer_locked"])
      const given = await suite.call("DELETE", `/store/carts/${cartId}/payment-sessions`, {
        headers: shopper(),
      })
      expect(given.status).toBe(200)
      expect((await set(cartId, { type: "private" })).status).toBe(200)
      await startPayment(suite, cartId)
      expect((await set(cartId, company)).status).toBe(409)
      await suite.database().raw("UPDATE payment_session SET status = 'canceled'")
      expect((await set(cartId, company)).status).toBe(200)
      await buy(suite, cartId)
      const placed = await set(cartId, { type: "private" })
      expect([placed.status, placed.error.code]).toEqual([409, "cart_completed"])
    })

    it("leaves the payment of a placed order alone when the shopper gives up late", async () => {
      const cartId = await createCart(suite)
      const orderId = await buy(suite, cartId)
      const late = await suite.call("DELETE", `/store/carts/${cartId}/payment-sessions`, {
        headers: shopper(),
      })
      expect([late.status, late.error.code]).toEqual([409, "cart_completed"])
      const order = await suite.call<{ order: { payment_status: string } }>(
        "GET",
        `/admin/orders/${orderId}?fields=payment_status`,
        { headers: await staff(suite) }
      )
      expect(order.body.order.payment_status).toBe("authorized")
    })

    it("keeps one row and answers everybody when many write at once", async () => {
      const cartId = await createCart(suite)
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, turn) => set(cartId, turn % 2 ? company : authority))
      )
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      expect(await rows()).toBe(1)
      const { buyer } = (await read(cartId)).body
      expect([CVR, null]).toContain(buyer?.cvr)
      expect(buyer?.cvr === null ? buyer.ean : buyer?.cvr).toBe(buyer?.cvr ?? EAN)
    }, 40_000)
  })

  describe("a payment session", () => {
    it("is not made while a company's billing address lacks what its invoice must show", async () => {
      const cartId = await createCart(suite, { billing_address: { ...ADDRESS, city: "" } })
      await set(cartId, company)
      const refused = await startPayment(suite, cartId)
      expect([refused.status, refused.error.message.split(":")[0]]).toEqual([
        400,
        "billing_address.city",
      ])
      await set(cartId, { type: "private" })
      expect((await startPayment(suite, cartId)).status).toBe(200)
    })
  })

  describe("a completed payment", () => {
    it("is never refused for a buyer rule: the order is listed instead, once, until it is mended", async () => {
      const cartId = await createCart(suite)
      await set(cartId, authority)
      expect((await startPayment(suite, cartId)).status).toBe(200)
      await suite
        .database()
        .raw("UPDATE dk_buyer SET person_reference = NULL WHERE cart_id = ?", [cartId])
      const orderId = await completeCart(suite, cartId)
      const headers = await staff(suite)
      const list = () => suite.call<Findings>("GET", "/admin/dk/buyer-findings", { headers })
      const { body } = await eventually(async () => {
        const answer = await list()
        return answer.body.count > 0 && answer
      })
      expect(body.buyer_findings).toMatchObject([
        { order_id: orderId, field: "person_reference", code: "required" },
      ])
      await Promise.all(
        [1, 2, 3].map(() =>
          dkCheckOrderBuyersWorkflow(suite.container()).run({ input: { order_ids: [orderId] } })
        )
      )
      expect((await list()).body.count).toBe(1)
      const mended = await suite.call("POST", `/admin/orders/${orderId}/buyer`, {
        headers,
        body: authority,
      })
      expect(mended.status).toBe(200)
      expect((await list()).body.count).toBe(0)
    })
  })

  describe("an account", () => {
    it("keeps a default buyer and a list of EAN places of its own", async () => {
      const { token, customerId } = await register(suite, { email: "skole@kunde.example" })
      const other = await register(suite, { email: "anden@kunde.example" })
      const headers = shopper(token)
      const me = "/store/customers/me"
      await suite.call("POST", `${me}/buyer`, { headers, body: authority })
      const admin = await suite.call<BuyerBody>("GET", `/admin/customers/${customerId}/buyer`, {
        headers: await staff(suite),
      })
      expect(admin.body.buyer).toMatchObject({ ean: EAN, person_reference: "ABCDE" })
      const place = { ean: EAN, company_name: "Prøve Skole" }
      const saved = await suite.call<{ buyer_place: { id: string } }>(
        "POST",
        `${me}/buyer-places`,
        {
          headers,
          body: place,
        }
      )
      await suite.call("POST", `${me}/buyer-places`, { headers, body: place })
      const listed = await suite.call("GET", `${me}/buyer-places`, { headers })
      expect(listed.body).toMatchObject({ count: 1, buyer_places: [place] })
      const id = saved.body.buyer_place.id
      const foreign = await suite.call("DELETE", `${me}/buyer-places/${id}`, {
        headers: shopper(other.token),
      })
      expect(foreign.status).toBe(404)
      const removed = await suite.call("DELETE", `${me}/buyer-places/${id}`, { headers })
      expect(removed.body).toEqual({ id, object: "buyer_place", deleted: true })
      expect((await suite.call("GET", `${me}/buyer`, { headers: shopper() })).status).toBe(401)
    })
  })

  describe("GET /store/dk/companies/:cvr and /store/dk/receivers/:ean", () => {
    it("answer unverified when nobody is asked, name a wrong number, and are limited", async () => {
      const headers = shopper()
      const get = (path: string) => suite.call("GET", `/store/dk/${path}`, { headers })
      expect((await get(`companies/${CVR}`)).body).toEqual({
        company: { cvr: CVR, status: "unverified", name: null },
      })
      expect((await get(`receivers/${EAN}`)).body).toMatchObject({
        receiver: { ean: EAN, status: "unverified", warn_not_danish: false },
      })
      expect((await get("companies/13748137")).error).toMatchObject({ code: "check_digit" })
      const answers = await Promise.all(Array.from({ length: 40 }, () => get(`companies/${CVR}`)))
      const limited = answers.filter(({ status }) => status === 429)
      expect(limited.length).toBeGreaterThan(0)
      expect(limited[0]?.headers.get("retry-after")).toBe("60")
    })
  })
}
