import "../entry"
import { registeredTables } from "../registry"
import { recordActivities } from "./record"
import { recordTexts } from "./record-texts"
import { BASES, CATEGORIES, PURPOSES, RETENTIONS } from "./registration-schema"
import { renderRecordCsv, renderRecordHtml } from "./render-record"
import { by, table } from "./table-map"
import type { ColumnRule, TableMap } from "./table-map"

const rule: ColumnRule = {
  category: "order_note",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}
const note = table("note").of(by("order_id", "order"))
const activitiesOf = (maps: readonly TableMap[]) =>
  recordActivities({
    maps,
    presentTables: maps.map((map) => map.table),
    recipients: [],
    locale: "en",
  })

const record = (activities: ReturnType<typeof recordActivities>) => ({
  locale: "da" as const,
  created_at: "2026-11-24T23:30:00.000Z",
  controller: {
    name: "Butik <b>&</b> Søn",
    cvr: "14277137",
    address: "Gade 1",
    email: "a@butik.example",
    phone: null,
    dpo: null,
  },
  activities,
  security: { text: "=cmd|<script>alert(1)</script>\nLinje to", updated_at: null },
  unclassified: 2,
})

describe("the record's words", () => {
  it.each(["da", "en"] as const)("are there for every word of the map, in %s", (locale) => {
    const texts = recordTexts[locale]
    const asked = [
      ...PURPOSES.map((word) => texts.purposes[word]),
      ...CATEGORIES.map((word) => texts.categories[word]),
      ...BASES.map((word) => texts.bases[word]),
      ...RETENTIONS.map((word) => texts.retentions[word]),
    ]
    expect(asked.filter((words) => words.trim().length < 5)).toEqual([])
    expect(new Set(asked).size).toBe(asked.length)
  })

  it("differ between the languages", () => {
    for (const part of ["purposes", "bases", "retentions"] as const) {
      const [danish, english] = [recordTexts.da[part], recordTexts.en[part]]
      const same = Object.values(danish).filter((words) =>
        Object.values<string>(english).includes(words)
      )
      expect(same).toEqual([])
    }
  })
})

describe("the activities of the record", () => {
  it("name every table of the whole map that has a personal column, each under its purposes", () => {
    const maps = registeredTables()
    const activities = activitiesOf(maps)
    for (const map of maps) {
      const purposes = new Set(Object.values(map.columns).map(({ purpose }) => purpose))
      const found = activities.filter(({ tables }) => tables.includes(map.table))
      expect([map.table, found.map(({ purpose }) => purpose).sort()]).toEqual([
        map.table,
        [...purposes].sort(),
      ])
    }
    for (const { bases, people, categories, retention } of activities) {
      for (const part of [bases, people, categories, retention]) expect(part).not.toEqual([])
    }
  })

  it("say of one purpose each word once, and leave out other purposes' columns", () => {
    const maps = [
      note.columnsOf(["a", "b"], rule).column("c", {
        ...rule,
        purpose: "bookkeeping",
        basis: "legal_obligation",
        retention: "bookkeeping",
      }),
    ]
    expect(activitiesOf(maps)).toEqual([
      expect.objectContaining({
        purpose: "sale",
        bases: ["Contract with the person (Art. 6(1)(b))"],
        people: ["Customers"],
        retention: ["When the person is erased in the store (Art. 17)"],
        tables: ["note"],
      }),
      expect.objectContaining({
        purpose: "bookkeeping",
        bases: ["Legal obligation (Art. 6(1)(c))"],
        retention: [expect.stringContaining("Bookkeeping Act § 12(1)")],
      }),
    ])
  })

  it("are of tables the store has; one name with * stands for all of its form", () => {
    const maps = [note.column("a", rule), { ...note.column("a", rule), table: "note_*_v*" }]
    const tablesOf = (presentTables: string[]) =>
      recordActivities({ maps, presentTables, recipients: [], locale: "en" }).flatMap(
        ({ tables }) => tables
      )
    expect(tablesOf(["order"])).toEqual([])
    expect(tablesOf(["note_x_v12"])).toEqual(["note_*_v*"])
    expect(tablesOf(["note", "a_note_x_v1"])).toEqual(["note"])
  })

  it.each([
    ["dk", undefined, false],
    ["no", undefined, false],
    ["us", undefined, true],
    ["gb", undefined, true],
    ["us", "standard contractual clauses", false],
  ])("flag a recipient in %s with safeguard %p: %p", (country, safeguard, needsSafeguard) => {
    const [activity] = recordActivities({
      maps: [note.column("a", rule)],
      presentTables: ["note"],
      recipients: [
        { name: "Printer", purposes: ["sale"], country, ...(safeguard && { safeguard }) },
        { name: "Bank", purposes: ["payment"], country: "us" },
      ],
      locale: "da",
    })
    expect(activity?.recipients).toEqual([
      { name: "Printer", country, safeguard: safeguard ?? null, needs_safeguard: needsSafeguard },
    ])
  })
})

describe("the record as a page and as a table", () => {
  const activities = recordActivities({
    maps: [
      note.column("a", rule),
      table("parcel")
        .of()
        .column("b", { ...rule, purpose: "delivery" }),
    ],
    presentTables: ["note", "parcel"],
    recipients: [{ name: "<Printer>", purposes: ["sale"], country: "us" }],
    locale: "da",
  })

  it("escape what was typed, and warn of what is missing", () => {
    const page = renderRecordHtml(record(activities))
    expect(page).toContain("Butik &lt;b&gt;&amp;&lt;/b&gt; Søn")
    expect(page).toContain("&lt;script&gt;")
    expect(page).not.toMatch(/<script|<b>|<Printer/)
    expect(page).toContain("25. november 2026")
    expect(page).toContain("&lt;Printer&gt; (USA)")
    expect(page).toContain("hvad der beskytter oplysningerne")
    expect(page).toContain("2 kolonner i databasen")
    expect(page).not.toMatch(/(?:src|href)=|@import|url\(/)
  })

  it("hold no formula, and one line for each activity", () => {
    const file = renderRecordCsv(record(activities))
    expect(file.startsWith("\uFEFFAktivitet;")).toBe(true)
    expect(file).toContain("'=cmd|")
    expect(file.match(/Levering af varer/g)).toHaveLength(1)
    expect(file).toContain("Ingen oplyst")
  })
})
