import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { draftOrder } from "../helpers/drafts"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const municipality = {
  type: "public",
  ean: "5798000019034",
  company_name: "Prøve Kommune",
  order_reference: "REK-2026-0042",
}

type Order = {
  id: string
  total: number
  payment_collections: { id: string; status: string }[]
}
type Invoices = { invoices: { kind: string; document: { buyer: unknown } }[] }

export default (suite: Suite): void => {
  const draft = (headers: Headers): Promise<string> =>
    draftOrder(suite, headers, { email: "indkoeb@kommune.example", handle: "skolehaefte-a5" })

  describe("a phone order", () => {
    it("is not converted before staff said who buys, and can go on as lacking it", async () => {
      const headers = await staff(suite)
      const id = await draft(headers)
      const convert = () =>
        suite.call("POST", `/admin/draft-orders/${id}/convert-to-order`, { headers, body: {} })
      const refused = await convert()
      expect([refused.status, refused.error.code]).toEqual([409, "buyer_missing"])
      await suite.call("POST", `/admin/draft-orders/${id}`, {
        headers,
        body: { email: "andet@kommune.example" },
      })
      await suite.settle()
      expect((await convert()).status).toBe(409)
      const path = `/admin/draft-orders/${id}/buyer`
      const wrong = await suite.call("POST", path, { headers, body: { ...municipality, ean: "1" } })
      expect([wrong.status, wrong.error.message.split(":")[0]]).toEqual([400, "ean"])
      expect((await suite.call("POST", path, { headers, body: { later: true } })).status).toBe(200)
      expect((await convert()).status).toBe(200)
      const findings = await suite.call("GET", "/admin/dk/buyer-findings", { headers })
      expect(findings.body).toMatchObject({
        count: 1,
        buyer_findings: [{ order_id: id, field: "buyer", code: "buyer_missing" }],
      })
      expect((await suite.call("GET", path, { headers })).status).toBe(404)
      const order = `/admin/orders/${id}/buyer`
      expect((await suite.call("GET", order, { headers })).body).toMatchObject({
        buyer: null,
        source: null,
        findings: [{ code: "buyer_missing" }],
      })
      await suite.call("POST", order, { headers, body: municipality })
      expect((await suite.call("GET", order, { headers })).body).toMatchObject({
        buyer: { ean: municipality.ean },
        source: "order",
        findings: [],
      })
    })

    it("does not exist for others, and staff is told so", async () => {
      const headers = await staff(suite)
      for (const path of ["/admin/orders/order_x/buyer", "/admin/draft-orders/order_x/buyer"]) {
        expect((await suite.call("GET", path, { headers })).status).toBe(404)
        const set = await suite.call("POST", path, { headers, body: municipality })
        expect(set.status).toBe(404)
        expect((await suite.call("GET", path)).status).toBe(401)
      }
    })

    it("shows its buyer where Medusa reads the order", async () => {
      const headers = await staff(suite)
      const id = await draft(headers)
      await suite.call("POST", `/admin/draft-orders/${id}/buyer`, { headers, body: municipality })
      const { data } = await suite
        .container()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "order", fields: ["id", "dk_buyer.ean"], filters: { id } })
      expect(data).toMatchObject([{ id, dk_buyer: { ean: municipality.ean } }])
    })

    it("for a municipality, marked paid by hand, carries EAN and reference to its invoice", async () => {
      const headers = await staff(suite)
      const id = await draft(headers)
      const set = await suite.call("POST", `/admin/draft-orders/${id}/buyer`, {
        headers,
        body: municipality,
      })
      expect(set.body).toMatchObject({ buyer: { ean: municipality.ean } })
      await suite.call("POST", `/admin/draft-orders/${id}/convert-to-order`, { headers, body: {} })
      const { body } = await suite.call<{ order: Order }>(
        "GET",
        `/admin/orders/${id}?fields=id,total,payment_collections.id,payment_collections.status`,
        { headers }
      )
      const existing = body.order.payment_collections[0]?.id
      const collection =
        existing ??
        (
          await suite.call<{ payment_collection: { id: string } }>(
            "POST",
            "/admin/payment-collections",
            { headers, body: { order_id: id, amount: body.order.total } }
          )
        ).body.payment_collection.id
      const paid = await suite.call(
        "POST",
        `/admin/payment-collections/${collection}/mark-as-paid`,
        { headers, body: { order_id: id } }
      )
      expect(paid.status).toBe(200)
      const { invoices } = await eventually(async () => {
        const answer = await suite.call<Invoices>("GET", `/admin/orders/${id}/dk-invoices`, {
          headers,
        })
        return answer.body.invoices.length > 0 && answer.body
      })
      expect(invoices).toHaveLength(1)
      expect(JSON.stringify(invoices)).toContain(municipality.ean)
      expect(JSON.stringify(invoices)).toContain(municipality.order_reference)
      const again = await suite.call("POST", `/admin/orders/${id}/buyer`, {
        headers,
        body: municipality,
      })
      expect([again.status, again.error.code]).toEqual([409, "invoice_issued"])
    })
  })
}
