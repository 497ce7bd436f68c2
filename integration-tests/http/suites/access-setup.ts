import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminSetupItem } from "../../../src/types/http"
import { publishedNotice } from "../helpers/notices"
import { OVERVIEW, overviewOf } from "../helpers/overview"
import { staff } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  const see = overviewOf(suite)
  const run = (sql: string, bindings: string[] = []) => selectRows(suite.database(), sql, bindings)
  const setupOf = async (name: AdminSetupItem["item"]) =>
    (await see()).setup?.find(({ item }) => item === name)
  const post = async (path: string, body: object): Promise<void> => {
    const { status, text } = await suite.call("POST", path, { headers: await staff(suite), body })
    if (status !== 200 && status !== 201) throw new Error(text)
  }

  describe("the list of what is to be set up", () => {
    it("ticks itself off from the facts, and names no value", async () => {
      expect(await setupOf("controller")).toMatchObject({ state: "done", lacking: [] })
      expect(await setupOf("secrets")).toMatchObject({
        state: "missing",
        lacking: expect.arrayContaining(["secrets.current.key"]) as string[],
      })
      expect(await setupOf("email")).toMatchObject({ state: "missing" })
      expect(await setupOf("database")).toMatchObject({ state: "done" })
      expect(await setupOf("nets")).toEqual({
        ...{ item: "nets", state: "done", lacking: [], has: ["default: emulator"] },
      })
      expect(await setupOf("roles")).toMatchObject({ state: "missing" })
      await run(`DELETE FROM "user" WHERE email = ?`, [STRANGER_STAFF.email])
      expect(await setupOf("roles")).toMatchObject({ state: "done" })
      const { projectConfig } = suite.container().resolve(ContainerRegistrationKeys.CONFIG_MODULE)
      const { text } = await suite.call("GET", OVERVIEW, { headers: await staff(suite) })
      for (const secret of ["development-only", String(projectConfig.databaseUrl)]) {
        expect(text).not.toContain(secret)
      }
    })

    it("wants texts for staff and shoppers, and for what people were asked about", async () => {
      expect(await setupOf("staff_notice")).toMatchObject({ state: "missing" })
      expect((await setupOf("notices"))?.lacking).toEqual(["privacy"])
      await publishedNotice(suite, { kind: "staff", locale: "da", body: "Vi logger opslag." })
      await publishedNotice(suite, { kind: "privacy", locale: "da", body: "Vi gemmer dit navn." })
      expect(await setupOf("staff_notice")).toMatchObject({ state: "done" })
      expect(await setupOf("notices")).toMatchObject({ state: "done" })
      await run(
        `INSERT INTO dk_consent_event (id, controller_id, subject_key, purpose, channel, state, source, place, natural_key, occurred_at)
          VALUES ('dkcevt_zq', 'default', 'zq', 'newsletter', 'email', 'objected', 'asserted', 'phone', 'zq', now())`
      )
      expect((await setupOf("notices"))?.lacking).toEqual(["marketing: newsletter (email)"])
    })

    it("wants a financial year that covers today, and a series of valid numbers", async () => {
      expect(await setupOf("financial_years")).toMatchObject({ state: "missing" })
      expect(await setupOf("invoices")).toMatchObject({ state: "missing", has: ["own"] })
      await post("/admin/dk/financial-years", {
        financial_years: [{ start: "2026-01-01", end: "2026-12-31" }],
      })
      await post("/admin/dk/invoice-series", { prefix: "ZQ", first_number: 1 })
      expect(await setupOf("financial_years")).toMatchObject({ state: "done" })
      expect(await setupOf("invoices")).toMatchObject({ state: "done", lacking: [] })
    })
  })
}
