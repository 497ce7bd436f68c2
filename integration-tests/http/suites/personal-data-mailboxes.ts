import { Modules } from "@medusajs/framework/utils"
import type { AdminErasureCertificate } from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, erasuresOf } from "../helpers/erasures"
import { guestBuys, guestLeaves } from "../helpers/guests"
import { register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const exportOf = async (headers: Headers, body: object) =>
    (await suite.call("POST", "/admin/privacy/exports", { headers, body })).text
  const now = { override_blocks: true, grace_hours: 0 }

  describe("an e-mail that several people may use", () => {
    it("gives nothing out and erases nothing by a post's address until staff confirms by id", async () => {
      const headers = await staff(suite)
      const email = "Info@zqpost.example"
      const order = await guestBuys(suite, email, { last_name: "Holm", address_1: "zqpoststreet" })
      const cart = await guestLeaves(suite, email, { last_name: "Holm", address_1: "zqpostcart" })
      await suite
        .container()
        .resolve(Modules.NOTIFICATION)
        .createNotifications([
          { to: email, channel: "feed", template: "zqpostnews", data: { text: "zqpostmessage" } },
        ])
      const body = { email: email.toLowerCase(), ...now }
      const shown = await preview(headers, body)
      expect(shown.uncertain_orders).toEqual([
        {
          id: order,
          type: "order",
          display_id: expect.any(Number) as number,
          reason: "shared_mailbox",
        },
        { id: cart, type: "cart", display_id: null, reason: "shared_mailbox" },
      ])
      expect(shown.erased_now).toEqual([])
      const exported = await exportOf(headers, { email })
      // The address itself is the question, not an answer.
      expect(exported.replaceAll(email.toLowerCase(), "")).not.toContain("zqpost")
      expect(exported).not.toContain("cus_")
      await erase(headers, body)
      expect(await tablesHolding(suite.database(), "zqpostmessage")).toEqual(["notification"])

      const { erasure } = await erase(headers, { ...body, confirmed_order_ids: [cart] })
      expect(await tablesHolding(suite.database(), "zqpostcart")).toEqual([])
      expect(await tablesHolding(suite.database(), "zqpoststreet")).toContain("order_address")
      const answer = await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `${ERASURES}/${erasure?.id ?? ""}/certificate`,
        { headers }
      )
      expect(answer.body.certificate.uncertain_orders).toBe(1)
      await erase(headers, { ...body, confirmed_order_ids: [order] })
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqpost")).toEqual([])
    })

    it("waits where guests of several names have bought, also after one of them is erased", async () => {
      const headers = await staff(suite)
      const email = "zqfamilie@kunde.example"
      const karen = { first_name: "Karen", last_name: "Friis Hansen", address_1: "zqkarenstreet" }
      const one = await guestBuys(suite, email, karen)
      const two = await guestBuys(suite, email, { ...karen, last_name: "hansen" })
      expect((await preview(headers, { email })).uncertain_orders).toEqual([])
      const other = await guestBuys(suite, email, {
        first_name: "Per",
        last_name: "Zqholm",
        address_1: "zqperstreet",
      })
      const body = { email, ...now }
      const shown = await preview(headers, body)
      expect(shown.uncertain_orders.map(({ id, reason }) => [id, reason])).toEqual(
        [one, two, other].map((id) => [id, "several_names"])
      )
      const exported = await exportOf(headers, { email, confirmed_order_ids: [one, two] })
      expect(exported).toContain("zqkarenstreet")
      expect(exported).not.toContain("zqperstreet")
      await erase(headers, { ...body, confirmed_order_ids: [one, two] })
      expect(await tablesHolding(suite.database(), "zqkarenstreet")).toEqual([])
      expect((await preview(headers, body)).uncertain_orders).toMatchObject([{ id: other }])
      await erase(headers, body)
      expect(await tablesHolding(suite.database(), "zqperstreet")).toContain("order_address")
    })

    it("takes at once what a login proves, and leaves a stranger's cart, messages and addresses", async () => {
      const headers = await staff(suite)
      const account = await register(suite, {
        email: "kontakt@zqproven.example",
        first_name: "zqprovenfirst",
        last_name: "Holm",
      })
      const stranger = { last_name: "Krag", address_1: "zqstrangercart" }
      const cart = await guestLeaves(suite, account.email, stranger)
      await suite.call("POST", `/store/carts/${cart}`, {
        headers: shopper(),
        body: { shipping_address: { ...stranger, address_1: "zqstrangernow", country_code: "dk" } },
      })
      const messages = suite.container().resolve(Modules.NOTIFICATION)
      await messages.createNotifications([
        {
          to: account.email,
          channel: "feed",
          template: "zqmessage",
          resource_id: cart,
          data: { text: "zqstrangermail" },
        },
        {
          to: account.email,
          channel: "feed",
          template: "zqmessage",
          data: { cart, text: "zqstrangertext" },
        },
        {
          to: account.email,
          channel: "feed",
          template: "zqmessage",
          data: { text: "zqprovenmail" },
        },
      ])
      const body = { customer_id: account.customerId, ...now }
      const exported = await exportOf(headers, { customer_id: account.customerId })
      expect(exported).toContain("zqprovenfirst")
      expect(exported).not.toContain("zqstranger")
      expect((await preview(headers, body)).uncertain_orders).toMatchObject([
        { id: cart, type: "cart", reason: "shared_mailbox" },
      ])
      await erase(headers, body)
      expect(await tablesHolding(suite.database(), "zqproven")).toEqual(
        expect.not.arrayContaining(["customer", "provider_identity"])
      )
      expect(await tablesHolding(suite.database(), "zqprovenmail")).toEqual([])
      for (const text of ["zqstrangernow", "zqstrangercart"]) {
        expect([text, await tablesHolding(suite.database(), text)]).toEqual([
          text,
          ["cart_address"],
        ])
      }
      for (const text of ["zqstrangermail", "zqstrangertext"]) {
        expect([text, await tablesHolding(suite.database(), text)]).toEqual([
          text,
          ["notification"],
        ])
      }
      await erase(headers, { ...body, confirmed_order_ids: [cart] })
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqstrangernow")).toEqual([])
      expect(await tablesHolding(suite.database(), "zqstrangermail")).toEqual([])
    })
  })
}
