import type { Suite } from "../helpers/suite"
import { staff } from "../helpers/shop"

type Drift = { drift: { unclassified: { table: string; column: string }[]; missing: unknown[] } }

export default (suite: Suite): void => {
  describe("the map of personal data in a store with every module", () => {
    const readDrift = async () => {
      const headers = await staff(suite)
      return (await suite.call<Drift>("GET", "/admin/privacy/data-map/drift", { headers })).body
        .drift
    }

    it("is compared with that store's database", async () => {
      expect((await readDrift()).unclassified).toEqual([])
    })
  })
}
