import { selectRows } from "../../../src/shared/postgres"
import { databaseUrlOf, runCommand } from "../helpers/command"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  describe("commands for the developer of a store", () => {
    const databaseUrl = () => databaseUrlOf(suite)

    it("names the commands there are when asked for another", async () => {
      const { code, err } = await runCommand(["constructor"], await databaseUrl())
      expect(code).toBe(2)
      expect(err).toContain("drift")
      expect(err).toContain("classify")
    })

    it("tells the drift of a store by its exit code, and how to end it", async () => {
      const url = await databaseUrl()
      await suite.database().raw(`ALTER TABLE customer ADD COLUMN nickname text`)
      try {
        const drift = await runCommand(["drift"], url)
        expect(drift).toMatchObject({ code: 1 })
        expect(drift.out).toContain("customer.nickname (text)")
        const classify = await runCommand(["classify"], url)
        expect(classify.code).toBe(0)
        expect(classify.out).toMatch(/^import \{ registerPersonalData \}/u)
        expect(classify.out).toContain(`"nickname": PERSONAL`)
      } finally {
        await suite.database().raw(`ALTER TABLE customer DROP COLUMN nickname`)
      }
      expect(await runCommand(["drift"], url)).toMatchObject({ code: 0 })
    })

    it("says which indexes a large store lacks, and makes them when told to", async () => {
      const url = await databaseUrl()
      const helpers = async () =>
        selectRows<{ name: string }>(
          suite.database(),
          "SELECT indexname AS name FROM pg_indexes WHERE indexname LIKE 'dk\\_helper\\_%'"
        )
      const told = await runCommand(["indexes"], url)
      expect([told.code, await helpers()]).toEqual([0, []])
      expect(told.out).toContain("helper indexes are lacking")
      try {
        const made = await runCommand(["indexes", "--create"], url)
        expect(made.code).toBe(0)
        expect(made.out).toMatch(/^Made \d+ helper indexes\.$/mu)
      } finally {
        for (const { name } of await helpers()) await suite.database().raw("DROP INDEX ??", [name])
      }
    })
  })
}
