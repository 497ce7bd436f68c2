import { Client } from "@medusajs/framework/pg"
import indexes from "../../../src/modules/personal-data/commands/indexes"
import { HELPER_INDEXES } from "../../../src/modules/personal-data/domain/helper-indexes"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Row = { name: string; is_valid: boolean }

const readIndexes = async (suite: Suite): Promise<Row[]> => {
  const { rows } = await suite.database().raw<{ rows: Row[] }>(
    `SELECT c.relname AS name, i.indisvalid AS is_valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relname LIKE 'dk\\_helper\\_%' ORDER BY 1`
  )
  return rows
}

/** What the command says. */
const run = async (suite: Suite, ...args: string[]): Promise<string> => {
  const said = jest.spyOn(process.stdout, "write").mockImplementation(() => true)
  try {
    await indexes({ container: suite.container(), args })
    return said.mock.calls
      .map(([line]) => String(line))
      .join("")
      .trimEnd()
  } finally {
    said.mockRestore()
  }
}

/** Stops CREATE INDEX CONCURRENTLY half-way, as a lost connection does: it waits for a writer, and gives up. */
const breakOne = async (suite: Suite, name: string): Promise<void> => {
  const { rows } = await suite
    .database()
    .raw<{ rows: { name: string }[] }>(`SELECT current_database() AS name`)
  const address = new URL(process.env.DATABASE_URL ?? "")
  address.pathname = `/${rows[0]?.name ?? ""}`
  const client = new Client({ connectionString: address.href, statement_timeout: 300 })
  await client.connect()
  const writer = await suite.database().transaction()
  await writer.raw(`LOCK TABLE notification IN ROW EXCLUSIVE MODE`)
  try {
    await expect(
      client.query(`CREATE INDEX CONCURRENTLY "${name}" ON notification (resource_id)`)
    ).rejects.toThrow(/timeout/)
  } finally {
    await writer.rollback()
    await client.end()
  }
}

export default (suite: Suite): void => {
  describe("helper indexes", () => {
    afterEach(async () => {
      for (const { name } of await readIndexes(suite)) {
        await suite.database().raw(`DROP INDEX IF EXISTS "${name}"`)
      }
    })

    it("are named with what they save, and made only when asked for", async () => {
      const told = await run(suite)
      for (const { name, saves } of HELPER_INDEXES) {
        expect(told).toContain(name)
        expect(told).toContain(saves)
      }
      expect(told).toContain("--create")
      expect(await readIndexes(suite)).toEqual([])
    })

    it("are made valid, once, and people are still found and erased by them", async () => {
      const made = await run(suite, "create")
      expect(made).toContain(`Made ${HELPER_INDEXES.length} helper indexes.`)
      const rows = await readIndexes(suite)
      expect(rows.map(({ name }) => name)).toEqual(HELPER_INDEXES.map(({ name }) => name).sort())
      expect(rows.every(({ is_valid }) => is_valid)).toBe(true)
      expect(await run(suite)).toBe("All helper indexes are there.")
      expect(await run(suite, "create")).toBe("All helper indexes are there.")
      const { account } = await buyOnce(suite, "zqindexed")
      const erased = await erasuresOf(suite).erase(await staff(suite), {
        email: "ZQindexed@kunde.example",
        grace_hours: 0,
        override_blocks: true,
      })
      expect(erased.erasure?.status).toBe("done")
      const { rows: left } = await suite
        .database()
        .raw<{ rows: unknown[] }>(`SELECT 1 FROM "order" WHERE lower(email) = ?`, [account.email])
      expect(left).toEqual([])
    })

    it("that a stopped run left broken are found and made anew", async () => {
      const name = "dk_helper_notification_resource"
      await breakOne(suite, name)
      expect(await readIndexes(suite)).toEqual([{ name, is_valid: false }])
      expect(await run(suite)).toContain(`${name} on notification is broken`)
      await run(suite, "create")
      expect(await readIndexes(suite)).toContainEqual({ name, is_valid: true })
    })
  })
}
