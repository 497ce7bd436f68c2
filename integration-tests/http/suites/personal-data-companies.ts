import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasureCertificate } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, erasuresOf } from "../helpers/erasures"
import { restoreModes, setModes } from "../helpers/external-invoices"
import { setBuyer } from "../helpers/invoices"
import { ADDRESS, buy, captureOrder, createCart, register, shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Billed = Record<
  "company" | "first_name" | "last_name" | "address_1" | "postal_code" | "phone" | "email",
  string | null
>

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)

  const buyAs = async (name: string, company_form: string, shipping: object = {}) => {
    const account = await register(suite, {
      email: `${name}@firma.example`,
      last_name: `${name}last`,
    })
    const billing_address = {
      ...ADDRESS,
      company: `${name}company`,
      first_name: `${name}first`,
      last_name: `${name}last`,
      address_1: `${name}street`,
      address_2: `Att. ${name}att`,
      phone: "+4520414243",
    }
    const cartId = await createCart(suite, {
      token: account.token,
      email: account.email,
      billing_address,
      shipping_address: { ...billing_address, ...shipping },
    })
    await setBuyer(suite, `/store/carts/${cartId}`, shopper(account.token), {
      type: "business",
      cvr: "13748136",
      company_name: `${name}company`,
      person_reference: `${name}ref`,
      company_form,
    })
    return { account, orderId: await buy(suite, cartId, account.token) }
  }
  const billed = async (orderId: string): Promise<Billed | undefined> =>
    (
      await selectRows<Billed>(
        suite.database(),
        `SELECT a.*, o.email FROM "order" o JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = ?`,
        [orderId]
      )
    )[0]

  describe("an order of a company whose contact is erased", () => {
    it.each(["company", "association", "public_body"])("stays the %s's", async (form) => {
      const headers = await staff(suite)
      const name = `zq${form.replace("_", "")}`
      const home = { company: "", address_1: `${name}home`, postal_code: "8200" }
      const { account, orderId } = await buyAs(name, form, home)
      const body = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      expect((await preview(headers, body)).company_orders).toBe(1)
      const { erasure } = await erase(headers, body)
      await suite.settle()
      expect(await billed(orderId)).toMatchObject({
        company: `${name}company`,
        address_1: `${name}street`,
        postal_code: ADDRESS.postal_code,
        first_name: null,
        last_name: null,
        phone: null,
        email: `erased+${orderId}@invalid.invalid`,
      })
      for (const text of ["first", "last", "att", "ref", "home", "@"]) {
        const value = `${name}${text}`
        expect([value, await tablesHolding(suite.database(), value)]).toEqual([value, []])
      }
      expect(await tablesHolding(suite.database(), `${name}company`)).toContain("dk_buyer")
      const answer = await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `${ERASURES}/${erasure?.id ?? ""}/certificate`,
        { headers }
      )
      expect(answer.body.certificate).toMatchObject({ company_orders: 1, left: [], complete: true })
    })

    it("goes whole with a sole trader, who is a person", async () => {
      const headers = await staff(suite)
      const { account } = await buyAs("zqsole", "sole_trader")
      const body = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      expect((await preview(headers, body)).company_orders).toBe(0)
      await erase(headers, body)
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqsole")).toEqual([])
    })

    it("keeps a sole trader's number and name on a sale without invoice until its day", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      setModes(suite, [{ mode: "off" }])
      const { account, orderId } = await buyAs("zqbaresole", "sole_trader")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      restoreModes(suite)
      await suite.settle()
      const buyers = () =>
        selectRows(
          database,
          "SELECT cvr, company_name, person_reference FROM dk_buyer WHERE order_id = ? OR cart_id IN (SELECT cart_id FROM order_cart WHERE order_id = ?)",
          [orderId, orderId]
        )
      const before = await buyers()
      expect(before.length).toBeGreaterThan(0)
      await erase(headers, { customer_id: account.customerId, grace_hours: 0 })
      await suite.settle()
      const kept = { cvr: "13748136", company_name: "zqbaresolecompany", person_reference: null }
      expect(await buyers()).toEqual(before.map(() => kept))
      expect(await tablesHolding(database, "zqbaresoleref")).toEqual([])

      await database.raw("UPDATE \"order\" SET created_at = created_at - interval '7 years'")
      await database.raw(
        "UPDATE order_transaction SET created_at = created_at - interval '7 years'"
      )
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqbaresole")).toEqual([])
    })
  })
}
