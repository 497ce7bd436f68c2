import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Drift = { drift: { unclassified: { table: string; column: string }[]; missing: unknown[] } }

export default (suite: Suite): void => {
  describe("the map of personal data", () => {
    const readDrift = async () => {
      const headers = await staff(suite)
      return (await suite.call<Drift>("GET", "/admin/privacy/data-map/drift", { headers })).body
        .drift
    }

    it("knows every text and JSON column of the plugin's tables and of the tables it maps", async () => {
      expect((await readDrift()).unclassified).toEqual([])
    })

    it("names a column that nobody classified", async () => {
      await suite.database().raw(`ALTER TABLE customer ADD COLUMN nickname text`)
      try {
        expect((await readDrift()).unclassified).toEqual([
          { table: "customer", column: "nickname" },
        ])
      } finally {
        await suite.database().raw(`ALTER TABLE customer DROP COLUMN nickname`)
      }
    })

    it("says of each column where it comes from and what erasure does", async () => {
      const answer = await suite.call<{ data_map: { table: string; columns: object }[] }>(
        "GET",
        "/admin/privacy/data-map",
        { headers: await staff(suite) }
      )
      const customer = answer.body.data_map.find(({ table }) => table === "customer")
      expect(customer?.columns).toMatchObject({
        email: { category: "account", origin: "provided", erase: "null" },
      })
    })
  })
}
