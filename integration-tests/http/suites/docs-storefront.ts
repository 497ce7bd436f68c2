import {
  finish,
  invoices,
  receiptToken,
  sayWhoBuys,
  showPrivacyNotice,
  startPayment,
} from "../../../docs/examples/storefront-fetch"
import { createSdk, sayWhoBuys as sayBySdk } from "../../../docs/examples/storefront-medusa-js"
import { awaitInvoices } from "../helpers/invoices"
import { publishedNotice } from "../helpers/notices"
import { captureOrder, createCart, shopper, staff } from "../helpers/shop"
import { store } from "../helpers/store"
import type { Suite } from "../helpers/suite"

const COMPANY = { type: "business", cvr: "13748136", company_name: "Prøve ApS" } as const

/** The storefront guide's code, as a reader copies it. */
export default (suite: Suite): void => {
  const here = () => ({ url: suite.baseUrl, key: store().publishableKey })

  describe("the storefront guide", () => {
    it("by fetch: a company says who it is, sees the notice, buys and reads its invoice", async () => {
      const headers = await staff(suite)
      const notice = await publishedNotice(suite, { kind: "privacy" })
      const cartId = await createCart(suite)
      const wrong = await sayWhoBuys(here(), cartId, { ...COMPANY, cvr: "13748137" })
      expect(wrong).toMatchObject({ refused: { code: "check_digit" } })
      expect(JSON.stringify(wrong)).toContain('"message":"cvr: ')
      const right = await sayWhoBuys(here(), cartId, COMPANY)
      expect(right).toMatchObject({ buyer: { cvr: COMPANY.cvr } })
      expect(await showPrivacyNotice(here(), cartId, "da")).toMatchObject({ id: notice.id })
      const shown = await suite.call("GET", `/store/carts/${cartId}/consents`, {
        headers: shopper(),
      })
      expect(shown.body).toMatchObject({ notices: [{ id: notice.id }] })

      expect(await startPayment(here(), cartId, "pp_system_default")).toEqual({ page: null })
      const done = await finish(here(), cartId)
      if (!("type" in done) || done.type !== "order") throw new Error(JSON.stringify(done))
      expect(await finish(here(), cartId)).toMatchObject({ order: { id: done.order.id } })

      await captureOrder(suite, done.order.id, headers)
      await awaitInvoices(suite, done.order.id, headers)
      const receipt = await receiptToken(here(), done.order.id, cartId)
      if (!("token" in receipt)) throw new Error(JSON.stringify(receipt))
      expect(await invoices(here(), done.order.id, receipt.token)).toMatchObject({
        invoices: [{ kind: "invoice" }],
      })
      expect(await invoices(here(), done.order.id, "made-up")).toHaveProperty("refused")
    })

    it("by Medusa's SDK: the same routes, and a refusal by its field", async () => {
      const sdk = createSdk(suite.baseUrl, store().publishableKey)
      const cartId = await createCart(suite)
      expect(await sayBySdk(sdk, cartId, { ...COMPANY, cvr: "13748137" })).toMatchObject({
        field: "cvr",
      })
      expect(await sayBySdk(sdk, cartId, COMPANY)).toMatchObject({ buyer: { type: "business" } })
      await expect(sayBySdk(sdk, "cart_nobody", COMPANY)).rejects.toMatchObject({ status: 404 })
    })
  })
}
