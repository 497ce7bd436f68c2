import type { AdminRecordOfProcessingResponse } from "../../../src/types/http"
import { addGift, startWithGifts } from "../helpers/gift-messages"
import { forgetRegistrations } from "../helpers/registry"
import { buyOnce } from "../helpers/erasures"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { personalDataSettings } from "../../../src/workflows/personal-data"

const PATH = "/admin/privacy/record-of-processing"

export default (suite: Suite): void => {
  describe("the record of processing activities", () => {
    const ask = (headers: Headers, locale = "da") =>
      suite.call<AdminRecordOfProcessingResponse>("GET", `${PATH}?locale=${locale}`, { headers })
    const write = (headers: Headers, body: object) =>
      suite.call<AdminRecordOfProcessingResponse>("POST", PATH, { headers, body })
    const versions = async (): Promise<{ version: number; security: string; email: string }[]> =>
      suite
        .database()("dk_personal_data_record_text as t")
        .join("user as u", "u.id", "t.written_by")
        .orderBy("t.version")
        .select("t.version", "t.security", "u.email")

    it("says of every purpose why, whose, what, to whom and until when, in Danish and English", async () => {
      const headers = await staff(suite)
      const { record_of_processing: danish } = (await ask(headers)).body
      expect(danish.controller).toMatchObject({ name: "Nordlys Papir ApS", cvr: "14277137" })
      const sale = danish.activities.find(({ purpose }) => purpose === "sale")
      expect(sale?.title).toMatch(/^Salg/)
      expect(sale?.bases).toContain("Aftale med personen (art. 6, stk. 1, litra b)")
      expect(sale?.tables).toEqual(expect.arrayContaining(["order", "cart"]))
      const bookkeeping = danish.activities.find(({ purpose }) => purpose === "bookkeeping")
      expect(bookkeeping?.retention.join()).toContain("bogføringsloven § 12, stk. 1")
      expect(bookkeeping?.tables).toContain("dk_invoice_document")
      const payment = danish.activities.find(({ purpose }) => purpose === "payment")
      expect(payment?.recipients.map(({ name }) => name)).toEqual(["Nets (Nexi)"])
      const { record_of_processing: english } = (await ask(headers, "en")).body
      expect(english.activities.map(({ purpose }) => purpose)).toEqual(
        danish.activities.map(({ purpose }) => purpose)
      )
      expect(english.activities.map(({ title }) => title)).not.toEqual(
        danish.activities.map(({ title }) => title)
      )
    })

    it("names the recipients that the store's options say, after those that plugins registered", async () => {
      const { recipients } = personalDataSettings(suite.container())
      recipients.push({ name: "Zqpost A/S", purposes: ["delivery"], country: "se" })
      try {
        const { activities } = (await ask(await staff(suite))).body.record_of_processing
        const receiving = activities.filter((activity) =>
          activity.recipients.some(({ name }) => name === "Zqpost A/S")
        )
        expect(receiving.map(({ purpose }) => purpose)).toEqual(["delivery"])
      } finally {
        recipients.pop()
      }
    })

    it("counts the columns that nobody classified", async () => {
      const headers = await staff(suite)
      const before = (await ask(headers)).body.record_of_processing.unclassified
      await suite.database().raw("ALTER TABLE customer ADD COLUMN nickname text")
      expect((await ask(headers)).body.record_of_processing.unclassified).toBe(before + 1)
    })

    it("prints as a page without scripts, and opens as a table in a spreadsheet", async () => {
      const headers = await staff(suite)
      await write(headers, { security: "=1+1 <script>alert(1)</script>" })
      const page = await suite.call("GET", `${PATH}/html?locale=en`, { headers })
      expect(page.headers.get("content-type")).toContain("text/html")
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")
      expect(page.text).toContain("Record of processing activities")
      expect(page.text).toContain("&lt;script&gt;")
      expect(page.text).not.toContain("<script")
      const table = await suite.call("GET", `${PATH}/csv`, { headers })
      expect(table.headers.get("content-type")).toContain("text/csv")
      expect(table.text).toContain("Behandlingsgrundlag;")
      expect(table.text).toContain("'=1+1")
      for (const path of ["", "/html", "/csv"]) {
        const answer = await suite.call("GET", `${PATH}${path}?locale=sv`, { headers })
        expect([path, answer.status]).toEqual([path, 400])
      }
    })

    it("takes the store's words about security; every version stays, the latest holds", async () => {
      const headers = await staff(suite)
      const { security } = (await ask(headers)).body.record_of_processing
      expect(security).toMatchObject({ updated_at: null })
      const written = await write(headers, { security: "  Vi låser døren.  " })
      expect(written.status).toBe(200)
      expect(written.body.record_of_processing.security).toEqual({
        text: "Vi låser døren.",
        updated_at: expect.any(String) as string,
      })
      await write(headers, { security: "Vi låser døren." })
      const answers = await Promise.all(
        ["a", "b", "c"].map((text) => write(headers, { security: `Tekst ${text}` }))
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      const kept = await versions()
      expect(kept.map(({ version }) => version)).toEqual([1, 2, 3, 4])
      expect(kept.map(({ security: text }) => text).sort()).toEqual(
        ["Tekst a", "Tekst b", "Tekst c", "Vi låser døren."].sort()
      )
      expect(new Set(kept.map(({ email }) => email))).toEqual(new Set([STAFF.email]))
      const latest = (await ask(headers, "en")).body.record_of_processing.security.text
      expect(latest).toBe(kept.at(-1)?.security)
      await expect(
        suite.database()("dk_personal_data_record_text").update({ security: "andet" })
      ).rejects.toThrow("evidence")
    })

    it("is read and written by operators only, and names a wrong field", async () => {
      const stranger = await staff(suite, STRANGER_STAFF)
      for (const path of ["", "/html", "/csv"]) {
        expect((await suite.call("GET", PATH + path)).status).toBe(401)
        expect((await suite.call("GET", PATH + path, { headers: stranger })).status).toBe(403)
      }
      expect((await write(stranger, { security: "zqno" })).status).toBe(403)
      const headers = await staff(suite)
      for (const body of [{}, { security: " " }, { security: "a".repeat(10_001) }]) {
        const answer = await write(headers, body)
        expect(answer.status).toBe(400)
        expect(answer.error.message).toContain("security")
      }
      expect(await versions()).toEqual([])
    })
  })

  describe("the record of a store with tables of its own", () => {
    forgetRegistrations()
    beforeEach(() => startWithGifts(suite))

    it("lists what was registered, whether or not anybody is in it, and never who", async () => {
      const headers = await staff(suite)
      await addGift(suite, (await buyOnce(suite, "zqrecord")).orderId, "zqrecord")
      const answer = await suite.call<AdminRecordOfProcessingResponse>("GET", PATH, { headers })
      const activities = answer.body.record_of_processing.activities
      const sale = activities.find(({ purpose }) => purpose === "sale")
      expect(sale?.tables).toContain("gift_message")
      expect(sale?.recipients).toEqual([
        { name: "Korttrykkeriet ApS", country: "dk", safeguard: null, needs_safeguard: false },
        {
          name: "Gift Fonts Inc.",
          country: "us",
          safeguard: "standard contractual clauses",
          needs_safeguard: false,
        },
      ])
      const bookkeeping = activities.find(({ purpose }) => purpose === "bookkeeping")
      expect(bookkeeping?.tables).toContain("gift_receipt")
      expect(answer.text).not.toContain("zqrecord")
    })
  })
}
