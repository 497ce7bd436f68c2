import "../src/modules/personal-data/entry"
import "../src/modules/access/personal-data"
import "../src/modules/breach/personal-data"
import "../src/modules/buyer/personal-data"
import "../src/modules/consent/personal-data"
import "../src/modules/invoice/personal-data"
import "../src/modules/nets/personal-data"
import "../src/modules/subject-request/personal-data"
import { registeredTables } from "../src/modules/personal-data/registry"
import { TABLE_WORDS } from "../src/modules/personal-data/domain/export/table-words"
import { exportColumns } from "../src/modules/personal-data/domain/statements"

const SECRET = /token|hash|salt|secret|password|provider_metadata|recovery/u
/** Digests of a text that everybody can read. */
const PUBLIC = ["dk_consent_event.notice_sha256"]

/** What an access export shows of each table, were all its columns there. */
const shownColumns = registeredTables().map((map) => {
  const columns = [map.columns, map.context, map.free].flatMap((part) => Object.keys(part))
  const schema = new Map([[map.table, new Set(columns)]])
  return { table: map.table, columns: exportColumns(map, schema, "access") }
})

describe("an export", () => {
  it("shows no column of hashes, tokens or codes that somebody could use", () => {
    const shown = shownColumns.flatMap(({ table, columns }) =>
      columns.map((column) => `${table}.${column}`)
    )
    expect(shown).toContain("customer.email")
    expect(
      shown.filter((name) => SECRET.test(name.replace(/.*\./, "")) && !PUBLIC.includes(name))
    ).toEqual([])
    // Whoever knows such a code spends the money behind it.
    expect(shown).not.toContain("loyalty_gift_card.code")
    expect(shown).not.toContain("store_credit_account.code")
  })

  it("calls every table that it shows by a word people know", () => {
    const shown = shownColumns.filter(({ columns }) => columns.length > 0)
    const unnamed = shown.filter(({ table }) => !table.includes("*") && !(table in TABLE_WORDS))
    expect(unnamed).toEqual([])
    const tables = shown.map(({ table }) => table)
    expect(Object.keys(TABLE_WORDS).filter((table) => !tables.includes(table))).toEqual([])
  })
})
