import type { AdminSelection, AdminSelectionResponse } from "../../../src/types/http"
import { selectRows } from "../../../src/shared/postgres"
import { finishErasures, removeOldSelections } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys, guestLeaves } from "../helpers/guests"
import { awaitInvoices } from "../helpers/invoices"
import { captureOrder, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const SELECTIONS = "/admin/privacy/selections"

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const ask = (headers: Headers, body: object) =>
    suite.call<AdminSelectionResponse>("POST", SELECTIONS, { headers, body })
  const select = async (headers: Headers, body: object): Promise<AdminSelection> => {
    const answer = await ask(headers, body)
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body.selection
  }
  const confirm = (headers: Headers, { id }: AdminSelection, confirmed_ids: string[]) =>
    suite.call<AdminSelectionResponse>("POST", `${SELECTIONS}/${id}`, {
      headers,
      body: { confirmed_ids },
    })
  const idsOf = ({ rows }: AdminSelection) => rows.map(({ id }) => id).sort()
  const displayId = async (orderId: string): Promise<number> =>
    (
      await selectRows<{ display_id: number }>(
        suite.database(),
        `SELECT display_id FROM "order" WHERE id = ?`,
        [orderId]
      )
    )[0]?.display_id ?? 0

  describe("who a letter or a call means", () => {
    it("is found by number, phone and name with postal code, in any spelling", async () => {
      const headers = await staff(suite)
      const email = "zqbrev@kunde.example"
      const address = {
        first_name: "Søren",
        last_name: "Zqåbenrå",
        postal_code: "6200",
        phone: "+45 20 99 88 77",
        address_1: "zqbrevstreet",
      }
      const order = await guestBuys(suite, email, address)
      const cart = await guestLeaves(suite, email, {
        ...address,
        company: "Zqfirma & Søn",
        phone: "0045-20998877",
      })
      const account = await register(suite, { email: "zqring@kunde.example", phone: "20998877" })
      await captureOrder(suite, order, headers)
      const [invoice] = await awaitInvoices(suite, order, headers)
      const number = (await displayId(order)).toString()

      for (const order_number of [number, `#${number}`, ` ${number} `]) {
        expect(idsOf(await select(headers, { order_number }))).toEqual([order])
      }
      expect(idsOf(await select(headers, { invoice_number: invoice?.document.number }))).toEqual([
        order,
      ])
      for (const phone of ["20998877", "+4520998877", "20.99.88.77"]) {
        expect(idsOf(await select(headers, { phone }))).toEqual(
          [order, cart, account.customerId].sort()
        )
      }
      for (const name of ["soeren ZQAABENRAA", "Zqabenra, Søren", "zqåbenrå"]) {
        expect([name, idsOf(await select(headers, { name, postal_code: "DK-6200" }))]).toEqual([
          name,
          [order, cart].sort(),
        ])
      }
      const { rows, ...selection } = await select(headers, {
        name: "zqfirma og son".replace(" og", ""),
        postal_code: "6200",
      })
      expect(selection).toMatchObject({ status: "open" })
      expect(rows).toMatchObject([
        {
          type: "cart",
          id: cart,
          email,
          address: "zqbrevstreet, 6200 Aarhus C",
          matched_by: ["name_and_postal_code"],
          confirmed: false,
        },
      ])
      expect(idsOf(await select(headers, { name: "zqbrev", postal_code: "6200" }))).toEqual([])
      expect(idsOf(await select(headers, { name: "zqåbenrå", postal_code: "6300" }))).toEqual([])
      const stored = await suite
        .database()
        .raw<{ rows: { row: string }[] }>("SELECT s::text AS row FROM dk_personal_data_selection s")
      expect(stored.rows.map(({ row }) => row).join()).not.toMatch(
        /20998877|20 99 88 77|zqbrev|benr/i
      )
    })

    it("needs exactly one way and a readable phone", async () => {
      const headers = await staff(suite)
      for (const body of [
        {},
        { phone: "20304050", order_number: "1" },
        { name: "zqname" },
        { phone: "abc" },
      ]) {
        expect((await ask(headers, body)).status).toBe(400)
      }
    })

    it("shows 200 rows and refuses more, and two who confirm at once leave the word of one", async () => {
      const headers = await staff(suite)
      await suite.database().raw(
        `INSERT INTO customer (id, email, phone, has_account)
         SELECT 'cus_zqmany' || n, 'zqmany' || n || '@kunde.example', '+4530313233', false FROM generate_series(1, 201) n`
      )
      const tooMany = await ask(headers, { phone: "30313233" })
      expect([tooMany.status, tooMany.error.code]).toEqual([400, "too_many_rows"])
      expect(tooMany.error.message).toContain("phone: ")
      expect(tooMany.text).not.toContain("30313233")

      await suite.database().raw("DELETE FROM customer WHERE id = 'cus_zqmany201'")
      const selection = await select(headers, { phone: "30313233" })
      expect(selection.rows).toHaveLength(200)
      const all = idsOf(selection)
      const halves = [all.slice(0, 100), all.slice(100)]
      const answers = await Promise.all(halves.map((half) => confirm(headers, selection, half)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const { body } = await suite.call<AdminSelectionResponse>(
        "GET",
        `${SELECTIONS}/${selection.id}`,
        { headers }
      )
      const confirmed = body.selection.rows.filter((row) => row.confirmed).map(({ id }) => id)
      expect(halves).toContainEqual(confirmed.sort())
      expect((await confirm(headers, selection, all)).status).toBe(200)
      expect((await confirm(headers, selection, [...all, "cus_more"])).status).toBe(400)
    })

    it("is exported and erased once staff confirmed, and also after the selection has expired", async () => {
      const headers = await staff(suite)
      const email = "zqvalgt@kunde.example"
      const order = await guestBuys(suite, email, { last_name: "Zqvalg", address_1: "zqvalgtone" })
      const other = await guestBuys(suite, email, { last_name: "Zqvalg", address_1: "zqvalgttwo" })
      const selection = await select(headers, { order_number: (await displayId(order)).toString() })
      const body = { selection_id: selection.id, override_blocks: true }
      const early = await suite.call("POST", ERASURES, { headers, body })
      expect(early.status).toBe(400)
      expect(early.error.message).toContain("selection_id")
      expect((await confirm(headers, selection, [other])).error.message).toContain("confirmed_ids")
      const confirmed = await confirm(headers, selection, [order])
      expect(confirmed.body.selection).toMatchObject({
        status: "confirmed",
        rows: [{ confirmed: true }],
      })

      const exported = await suite.call("POST", "/admin/privacy/exports", {
        headers,
        body: { selection_id: selection.id },
      })
      expect(exported.text).toContain("zqvalgtone")
      expect(exported.text).not.toContain("zqvalgttwo")
      expect((await preview(headers, body)).uncertain_orders).toMatchObject([
        { id: other, reason: "no_login" },
      ])
      const planned = await erase(headers, { ...body, grace_hours: 1 })
      const again = await erase(headers, { ...body, grace_hours: 1 })
      expect(again.erasure?.id).toBe(planned.erasure?.id)

      await suite.database().raw("UPDATE dk_personal_data_selection SET expires_at = now()")
      const late = await suite.call("POST", ERASURES, { headers, body })
      expect(late.status).toBe(400)
      expect(late.error.message).toContain("expired")
      await removeOldSelections(suite.container())
      expect((await suite.call("GET", `${SELECTIONS}/${selection.id}`, { headers })).status).toBe(
        404
      )
      await suite.database().raw("UPDATE dk_personal_data_erasure SET grace_until = now()")
      await finishErasures(suite.container())
      expect(await tablesHolding(suite.database(), "zqvalgtone")).toEqual([])
      expect(await tablesHolding(suite.database(), "zqvalgttwo")).toContain("order_address")
    })

    it("takes a confirmed customer whole and refuses to mix two accounts", async () => {
      const headers = await staff(suite)
      const phone = "+4520111213"
      const { account } = await buyOnce(suite, "zqmix")
      const second = await register(suite, { email: "zqmixto@kunde.example", phone })
      await suite
        .database()
        .raw("UPDATE customer SET phone = ? WHERE id = ?", [phone, account.customerId])
      const selection = await select(headers, { phone })
      const mixed = await confirm(headers, selection, [account.customerId, second.customerId])
      expect(mixed.status).toBe(400)
      expect(mixed.error.message).toContain("confirmed_ids")
      await confirm(headers, selection, [account.customerId])
      const body = { selection_id: selection.id, override_blocks: true, grace_hours: 0 }
      expect((await erase(headers, body)).erasure?.status).toBe("done")
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqmixstreet")).toEqual([])
      expect(await tablesHolding(suite.database(), "zqmixto@")).toContain("customer")
    })
  })
}
