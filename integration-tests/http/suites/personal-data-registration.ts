import type { AdminErasureCertificate } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { printRows, tablesHolding } from "../helpers/canary"
import { buyOnce, ERASURES, erasuresOf } from "../helpers/erasures"
import { addGift, startWithGifts } from "../helpers/gift-messages"
import { forgetRegistrations } from "../helpers/registry"
import { captureOrder, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Drift = { drift: { unclassified: { table: string; column: string }[] } }

/** Column names of the shop's tables that the drift check names. */
const driftOf = async (suite: Suite, headers: Headers): Promise<string[]> => {
  const { body } = await suite.call<Drift>("GET", "/admin/privacy/data-map/drift", { headers })
  return body.drift.unclassified
    .filter(({ table }) => table.startsWith("gift_"))
    .map(({ column }) => column)
}

export default (suite: Suite): void => {
  describe("a store's own tables, registered as the documentation shows", () => {
    const { erase, preview } = erasuresOf(suite)
    const gifts = (id: string) => printRows(suite.database(), "gift_message", "id = ?", [id])

    forgetRegistrations()
    beforeEach(() => startWithGifts(suite))

    const sellGift = async (headers: Headers, name: string, state?: string) => {
      const { account, orderId } = await buyOnce(suite, name)
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await addGift(suite, orderId, name, state)
      return { body: { customer_id: account.customerId }, orderId }
    }

    const exportOf = async (headers: Headers, body: object) =>
      (await suite.call("POST", "/admin/privacy/exports", { headers, body })).text

    it("are exported, announced, erased and proven, and nobody else's row changes", async () => {
      const headers = await staff(suite)
      const { body } = await sellGift(headers, "zqgift")
      await sellGift(headers, "zqother")
      const others = await gifts("gift_zqother")

      const access = await exportOf(headers, body)
      for (const word of ["sender", "receiver", "message", "dedication", "receipt"]) {
        expect(access).toContain(`zqgift${word}`)
      }
      expect(access).not.toContain("zqgiftpacker")
      expect(access).not.toContain("zqother")
      const portable = await exportOf(headers, { ...body, profile: "portability" })
      expect(portable).toContain("zqgiftmessage")
      expect(portable).not.toContain("zqgiftreceiver")
      expect(portable).not.toContain("zqgiftreceipt")

      const announced = await preview(headers, body)
      expect(announced.erased_now.map(({ category }) => category)).toEqual(
        expect.arrayContaining(["order_note", "staff"])
      )
      expect(announced.kept_documents).toContainEqual(
        expect.objectContaining({ number: "G-zqgift", keep_through: "2031-12-31" })
      )

      const { erasure } = await erase(headers, { ...body, grace_hours: 0 })
      expect(erasure?.status).toBe("done")
      const { certificate } = (
        await suite.call<{ certificate: AdminErasureCertificate }>(
          "GET",
          `${ERASURES}/${erasure?.id ?? ""}/certificate`,
          { headers }
        )
      ).body
      expect(certificate).toMatchObject({ complete: true, left: [] })
      expect(certificate.erased).toContainEqual({ category: "staff", rows: 1 })
      expect(certificate.kept_documents.map(({ number }) => number)).toContain("G-zqgift")
      expect(certificate.not_covered.filter(({ table }) => table.startsWith("gift"))).toEqual([])

      const database = suite.database()
      for (const word of ["sender", "receiver", "message", "packer", "code", "dedication"]) {
        expect([word, await tablesHolding(database, `zqgift${word}`)]).toEqual([word, []])
      }
      expect(await tablesHolding(database, "zqgiftreceipt")).toEqual(["gift_receipt"])
      expect(await gifts("gift_zqother")).toBe(others)
    })

    it("hold an order back for as long as they say, and let the rest go", async () => {
      const headers = await staff(suite)
      const { body, orderId } = await sellGift(headers, "zqgift", "at_printer")
      expect((await preview(headers, body)).blocked).toEqual([
        expect.objectContaining({ id: orderId, reason: "gift_at_printer" }),
      ])
      const { erasure } = await erase(headers, { ...body, grace_hours: 0 })
      expect(erasure).toMatchObject({ status: "planned", waiting_ids: [orderId] })
      expect(await gifts("gift_zqgift")).toContain("zqgiftmessage")
      const database = suite.database()
      await database("gift_message").update({ state: "sent" })
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqgiftmessage")).toEqual([])
    })

    it("stand in the data map, and the drift check names a column that is added later", async () => {
      const headers = await staff(suite)
      const map = await suite.call<{ data_map: { table: string }[] }>(
        "GET",
        "/admin/privacy/data-map",
        { headers }
      )
      const tables = map.body.data_map.map(({ table }) => table)
      expect(tables).toEqual(expect.arrayContaining(["gift_message", "gift_receipt"]))
      expect(await driftOf(suite, headers)).toEqual([])
      await suite.database().raw("ALTER TABLE gift_message ADD COLUMN nickname text")
      expect(await driftOf(suite, headers)).toEqual(["nickname"])
    })

    it("are registered once, also when every start says them again", async () => {
      const headers = await staff(suite)
      await suite.database().raw("DROP TABLE gift_message, gift_receipt")
      await startWithGifts(suite)
      const { body } = await sellGift(headers, "zqgift")
      const access = await exportOf(headers, body)
      expect(access.split("zqgiftmessage")).toHaveLength(2)
    })
  })
}
