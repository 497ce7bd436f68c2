import { findRestricted } from "../../../src/modules/personal-data"
import { copenhagenDay } from "../../../src/rules"
import type {
  AdminCreateRestriction,
  AdminRestrictionInForceResponse,
  AdminRestrictionListResponse,
  AdminRestrictionResponse,
} from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { draftOrder } from "../helpers/drafts"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { exportJson } from "../helpers/exports"
import { itemsOf, takeBack } from "../helpers/order-changes"
import { ADDRESS, buy, captureOrder, createCart, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const RESTRICTIONS = "/admin/privacy/restrictions"

export default (suite: Suite): void => {
  const restrict = (headers: Headers, body: AdminCreateRestriction) =>
    suite.call<AdminRestrictionResponse>("POST", RESTRICTIONS, { headers, body })
  const lift = (headers: Headers, id: string, body: object) =>
    suite.call<AdminRestrictionResponse>("POST", `${RESTRICTIONS}/${id}/lift`, { headers, body })
  const told = () => ({ reason: "zqgrund er afgjort", told_at: new Date().toISOString() })
  const inForce = async (path: string, headers: Headers) =>
    (await suite.call<AdminRestrictionInForceResponse>("GET", `${path}/restriction`, { headers }))
      .body.restriction

  describe("a restriction", () => {
    it("stops edits by staff until it is lifted, and the person was told before", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqrestricted")
      const customer = `/admin/customers/${account.customerId}`
      const order = `/admin/orders/${orderId}`
      await suite.call("POST", "/store/customers/me/addresses", {
        headers: shopper(account.token),
        body: ADDRESS,
      })
      const book = await suite.call<{ addresses: { id: string }[] }>(
        "GET",
        `${customer}/addresses`,
        {
          headers,
        }
      )
      const address = `${customer}/addresses/${book.body.addresses[0]?.id ?? ""}`
      const edits = [
        ["POST", customer, { first_name: "Zqny" }],
        ["POST", `${customer}/addresses`, ADDRESS],
        ["POST", address, { city: "Zqby" }],
        ["POST", order, { metadata: { note: "zqnote" } }],
        ["POST", order, { email: "zqny@kunde.example" }],
        ["DELETE", address, undefined],
      ] as const
      const made = await restrict(headers, {
        customer_id: account.customerId,
        ground: "accuracy_contested",
      })
      expect(made.status).toBe(201)
      expect(made.body.restriction).toMatchObject({
        ground: "accuracy_contested",
        from_on: copenhagenDay(new Date()),
        ends_on: null,
        lifted_at: null,
      })
      const stranger = await staff(suite, STRANGER_STAFF)
      for (const path of [customer, order]) {
        expect(await inForce(path, stranger)).toEqual({ ground: "accuracy_contested" })
      }
      for (const [method, path, body] of edits) {
        const answer = await suite.call(method, path, { headers, ...(body && { body }) })
        expect([path, answer.status, answer.error.code]).toEqual([path, 423, "restricted"])
        expect(answer.error.message).toContain("accuracy_contested")
        expect(answer.text).not.toContain("zqrestricted")
      }
      const { id } = made.body.restriction
      const untold = await lift(headers, id, { reason: "afgjort" })
      expect([untold.status, untold.error.message]).toEqual([
        400,
        expect.stringContaining("told_at"),
      ])
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      expect((await lift(headers, id, { ...told(), told_at: tomorrow })).error.message).toContain(
        "told_at"
      )
      expect((await lift(stranger, id, told())).status).toBe(403)
      const lifted = await lift(headers, id, told())
      expect(lifted.body.restriction).toMatchObject({ lift_reason: "zqgrund er afgjort" })
      expect(lifted.body.restriction.told_at).not.toBeNull()
      expect(lifted.body.restriction.lifted_by).toMatch(/^user_/)
      const again = await lift(headers, id, told())
      expect(again).toMatchObject({ status: 409, error: { code: "restriction_lifted" } })
      for (const [method, path, body] of edits) {
        const answer = await suite.call(method, path, { headers, ...(body && { body }) })
        expect([path, answer.status]).toEqual([path, 200])
      }
      const list = await suite.call<AdminRestrictionListResponse>(
        "GET",
        `${RESTRICTIONS}?customer_id=${account.customerId}&active=false`,
        { headers }
      )
      expect(list.body).toMatchObject({ count: 1, restrictions: [{ id }] })
    })

    it("never stands in the way of payment, parcels, returns, cancelling, or the person's own rights", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqgoeson")
      await restrict(headers, { customer_id: account.customerId, ground: "objection" })
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const [line] = await itemsOf({ suite, headers }, orderId)
      await takeBack({ suite, headers }, orderId, [{ id: line?.id ?? "", quantity: 1 }])
      const token = account.token
      const second = await buy(suite, await createCart(suite, { ...account }), token)
      const cancelled = await suite.call("POST", `/admin/orders/${second}/cancel`, { headers })
      expect(cancelled.status).toBe(200)
      const mine = await suite.call("POST", "/store/customers/me", {
        headers: shopper(token),
        body: { first_name: "Zqrettet" },
      })
      expect(mine.status).toBe(200)
      const document = await exportJson(suite, headers, {
        customer_id: account.customerId,
        profile: "access",
      })
      expect(document.data.dk_personal_data_person_restriction).toEqual([
        expect.objectContaining({ ground: "objection" }),
      ])
      const { erasure } = await erasuresOf(suite).erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(erasure?.status).toBe("done")
    })

    it("finds a person by e-mail in any case, a guest's order alone, and ends by its day", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqbymail")
      const guestId = await buy(suite, await createCart(suite, { email: "zqgaest@kunde.example" }))
      const draftId = await draftOrder(suite, headers, {
        email: "ZQBYMAIL@kunde.example",
        handle: "notesbog-havblik",
      })
      await restrict(headers, { email: "ZqByMail@kunde.example", ground: "unlawful" })
      await restrict(headers, { order_id: guestId, ground: "legal_claim" })
      const find = () =>
        findRestricted(
          suite.database(),
          {
            customerIds: [account.customerId, "cus_other"],
            orderIds: [orderId, guestId, draftId],
            emails: ["zqbymail@KUNDE.example", "other@kunde.example"],
          },
          new Date()
        )
      expect(Object.fromEntries(await find())).toEqual({
        [account.customerId]: "unlawful",
        [orderId]: "unlawful",
        [draftId]: "unlawful",
        [guestId]: "legal_claim",
        "zqbymail@KUNDE.example": "unlawful",
      })
      const draft = await suite.call("POST", `/admin/draft-orders/${draftId}`, {
        headers,
        body: { metadata: { note: "zq" } },
      })
      expect([draft.status, draft.error.code]).toEqual([423, "restricted"])
      await suite
        .database()("dk_personal_data_person_restriction")
        .where({ order_id: guestId })
        .update({ from_on: "2026-01-01", ends_on: "2026-01-31" })
      expect((await find()).has(guestId)).toBe(false)
      await erasuresOf(suite).erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(await tablesHolding(suite.database(), "zqbymail")).not.toContain(
        "dk_personal_data_person_restriction"
      )
    })

    it("refuses who is unknown, days that have passed, and more than one person, naming the field", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqwrongdays")
      const customer_id = account.customerId
      const wrong = [
        ["customer_id", { customer_id: "cus_unknown" }],
        ["order_id", { order_id: "order_unknown" }],
        ["customer_id", { customer_id, email: account.email }],
        ["customer_id", {}],
        ["ends_on", { customer_id, ends_on: "2020-01-01" }],
        ["ends_on", { customer_id, from_on: "2099-02-01", ends_on: "2099-01-01" }],
        ["from_on", { customer_id, from_on: "i morgen" }],
      ] as const
      for (const [field, body] of wrong) {
        const answer = await restrict(headers, { ...body, ground: "unlawful" })
        expect([body, answer.status]).toEqual([body, 400])
        expect(answer.error.message).toMatch(new RegExp(`^${field}: `))
      }
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await restrict(stranger, { customer_id, ground: "unlawful" })).status).toBe(403)
    })
  })
}
