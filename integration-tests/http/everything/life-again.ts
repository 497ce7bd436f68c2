import { erasuresOf } from "../helpers/erasures"
import { awaitInvoices } from "../helpers/invoices"
import { registerAccount } from "../helpers/life/account"
import type { LivingAccount } from "../helpers/life/account"
import { fillCart, pay } from "../helpers/life/checkout"
import { whereIs, readAll } from "../helpers/life/database"
import { shipAll } from "../helpers/life/deliveries"
import { openDiary, typeEmail } from "../helpers/life/diary"
import type { Diary } from "../helpers/life/diary"
import { captureAll } from "../helpers/life/payments"
import { isSealed } from "../helpers/life/verdict"
import { shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Orders = { orders: { id: string; email: string }[] }
type Kept = { kept_after_erasure: { number: string }[] }
type Invoices = { invoices: { number: string }[] }

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)

  /** Buys, is paid for, shipped to and invoiced. */
  const buyWhole = async (diary: Diary, account: LivingAccount, headers: Headers) => {
    const cartId = await fillCart(diary, "own", { caller: account.me, email: account.email })
    const orderId = await pay(diary, cartId, "own", account.me)
    const caller = diary.as(headers)
    await captureAll(caller, orderId)
    await shipAll(diary, caller, { orderId, place: "own" })
    const [invoice] = await awaitInvoices(suite, orderId, headers)
    return { orderId, number: invoice?.number ?? "" }
  }

  describe("an erased customer who comes back with the same e-mail", () => {
    it("registers, buys and is whole, and nothing old is attached", async () => {
      const headers = await staff(suite)
      const before = openDiary(suite, "olga")
      const email = typeEmail(before, "mail")
      const first = await registerAccount(before, email)
      const old = await buyWhole(before, first, headers)
      const request = { customer_id: first.customerId, grace_hours: 0 }
      expect((await erase(headers, request)).erasure?.status).toBe("done")
      await suite.settle()

      const after = openDiary(suite, "viggo")
      const again = await registerAccount(after, email)
      expect(again.customerId).not.toBe(first.customerId)
      const fresh = await buyWhole(after, again, headers)
      await suite.settle()

      const own = await again.me.get<Orders>("/store/orders")
      expect(own.orders.map(({ id }) => id)).toEqual([fresh.orderId])
      const invoices = await again.me.get<Invoices>(`/store/orders/${fresh.orderId}/dk-invoices`)
      expect(invoices.invoices.map(({ number }) => number)).toEqual([fresh.number])
      expect(fresh.number).not.toBe(old.number)
      for (const path of ["dk-invoices", ""]) {
        const answer = await suite.call("GET", `/store/orders/${old.orderId}/${path}`, {
          headers: shopper(again.token),
        })
        expect([path, answer.status]).toEqual([path, 404])
      }
      const refused = await suite.call("GET", "/store/customers/me", {
        headers: shopper(first.token),
      })
      expect(refused.status).toBe(401)

      for (const subject of [{ customer_id: again.customerId }, { email }]) {
        const exported = await suite.call("POST", "/admin/privacy/exports", {
          headers,
          body: subject,
        })
        const text = exported.text.toLowerCase()
        const shown = after.canaries.filter(({ kind }) => kind === "shown")
        expect(shown.filter((one) => !text.includes(one.text))).toEqual([])
        const gone = before.canaries.filter((one) => !email.toLowerCase().includes(one.text))
        expect(gone.filter((one) => text.includes(one.text))).toEqual([])
        expect(exported.text).not.toContain(old.orderId)
        // What a law keeps is told by number to whoever asks with the mailbox, not to a new account of its name.
        const { kept_after_erasure: kept } = JSON.parse(exported.text) as Kept
        expect(kept.map(({ number }) => number)).toEqual("email" in subject ? [old.number] : [])
        expect(exported.text.split(`"${old.number}"`)).toHaveLength(1 + kept.length)
      }

      const both = await preview(headers, { email })
      expect(both.kept_documents.map(({ number }) => number)).toEqual([fresh.number])
      expect((await erase(headers, { email, grace_hours: 0 })).erasure?.status).toBe("done")
      await suite.settle()
      const all = await readAll(suite.database())
      for (const { who } of [before, after]) {
        const left = [...whereIs(all, `zq${who}`).values()].flatMap((places) => [...places])
        expect(left.filter((place) => !isSealed(place))).toEqual([])
      }
    })
  })
}
