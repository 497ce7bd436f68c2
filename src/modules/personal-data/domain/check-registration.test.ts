import { findRegistrationProblem } from "./check-registration"
import { by, freeTable, table, where } from "./table-map"
import type { ColumnRule } from "./table-map"

const rule: ColumnRule = {
  category: "order_note",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}

const card = table("card").of(by("order_id", "order"))
const withRule = (changes: object) => ({
  tables: [{ ...card, columns: { text: { ...rule, ...changes } } }],
})

describe("a registration", () => {
  it("is fine when it says all that is needed", () => {
    const jsonRule = {
      ...rule,
      paths: { "a.*.b": { secret: true }, c: { keep: "a colour" } },
    } as const
    expect(
      findRegistrationProblem({
        tables: [
          card.column("text", rule).column("extra", jsonRule).freeOf(["id"], "an id"),
          table("card_*")
            .of(
              where("t.at::text = ':12' AND t.note <> 'it''s a -- $$' AND t.owner = ANY(:customer)")
            )
            .column("x", rule),
          freeTable("card_colour", "the shop's own", ["name"]),
        ],
        coverage: { name: "card", sql: "SELECT order_id FROM card WHERE order_id = ANY(:order)" },
        documentNumbers: { name: "card", sql: "SELECT order_id FROM card WHERE id = :number" },
        veto: { name: "card", ask: () => Promise.resolve(null) },
        recipients: [{ name: "Printer", purposes: ["sale"], country: "dk" }],
      })
    ).toBeNull()
  })

  it.each([
    [{ category: "secret_police" }, /table "card", column "text": category must be one of account/],
    [{ purpose: undefined }, /column "text": purpose must be one of sale/],
    [{ erase: "gone" }, /column "text": erase must be null, empty_text/],
    [{ erase: { sql: "t.text ? 'a'" } }, /column "text": erase holds a question mark/],
    [
      { erase: { when: "t.id = ANY(:ordr)", then: "null" } },
      /column "text": erase names the key :ordr/,
    ],
    [{ secrets: true }, /column "text": .*secrets/],
    [{ paths: { "a..b": { secret: true } } }, /column "text": the path "a..b" must be keys/],
    [{ paths: { a: { keep: "" } } }, /column "text": paths.a.keep must be a reason/],
    [{ erase: "empty_text", paths: { a: { secret: true } } }, /paths belong to JSON columns/],
    [{ erase: "keep", paths: { a: { keep: "a colour" } } }, /"a" is kept anyway/],
  ])("with a column rule changed by %p names table and column", (changes, expected) => {
    expect(findRegistrationProblem(withRule(changes))).toMatch(expected)
  })

  it.each([
    [
      "an unknown key",
      table("card").of(by("order_id", "order"), where("t.x = :ordr")).column("text", rule),
      /table "card": its path names the key :ordr.*:order,/,
    ],
    [
      "a question mark",
      table("card").of(where("t.data ? 'x'")).column("text", rule),
      /table "card": its path holds a question mark/,
    ],
    [
      "a semicolon",
      table("card").of(where("true; DELETE FROM card")).column("text", rule),
      /holds a semicolon/,
    ],
    [
      "a quote that stays open",
      table("card").of(where("t.x = 'it''s")).column("text", rule),
      /its path has a quote that is not closed/,
    ],
    [
      "a comment",
      table("card").of(by("order_id", "order"), where("t.x = 'a--b' -- it")).column("text", rule),
      /its path holds a comment/,
    ],
    [
      "a key in quotes",
      table("card").of(where("t.x = ':order'")).column("text", rule),
      /:order inside quotes/,
    ],
    ["no column", card, /table "card" declares no column/],
    ["no path", { ...card, subject: undefined }, /table "card", subject must be SQL/],
    ["no name", { ...card, table: undefined }, /table "without a name", table must be the name/],
    ["a name with quotes", { ...card, table: 'a"b' }, /is no name of a table/],
    [
      "a removed row of which a column is kept",
      card.column("text", { ...rule, erase: "keep" }).removed(),
      /column "text": cannot be kept: erasure removes the rows/,
    ],
    [
      "a removed row of which a key is kept",
      card.column("text", { ...rule, paths: { a: { keep: "b" } } }).removed(),
      /cannot be kept: erasure removes the rows/,
    ],
    [
      "a column in two parts",
      { ...card.column("text", rule), free: { text: "nobody's" } },
      /column "text": is declared twice/,
    ],
    [
      "a fact that is also free",
      { ...card.contextOf(["id"], "what"), free: { id: "nobody's" } },
      /column "id": is declared twice/,
    ],
    [
      "wrong SQL in alsoSet",
      card.column("text", rule).alsoSet({ flag: "t.a ? 'b'" }),
      /column "flag": alsoSet holds a question/,
    ],
    ["nothing at all", null, /table "without a name"/],
  ])("whose table has %s says so", (_what, map, expected) => {
    expect(findRegistrationProblem({ tables: [map] })).toMatch(expected)
  })

  it.each([
    [{ tables: "card" }, /tables must be a list/],
    [{ table: [card] }, /table/],
    [{ blocks: { name: "a", sql: "SELECT :ordr" } }, /blocks "a": its SQL names the key :ordr/],
    [
      { sections: [{ name: "a b", title: { da: "a", en: "a" }, sql: "SELECT 1" }] },
      /sections.0.name must be/,
    ],
    [
      { sections: [{ name: "a", title: { da: "a", en: "a" }, sql: "SELECT ?" }] },
      /section "a": its SQL holds/,
    ],
    [
      { recipients: [{ name: "P", purposes: ["sale"], country: "DK" }] },
      /recipients.0.country must be two/,
    ],
    [{ veto: { name: "a", ask: "no" } }, /veto.ask must be a function/],
    [{ veto: { name: "host", ask: () => null } }, /veto.name is the name of the option/],
    [null, /Invalid input/],
  ])("that is %p names the part", (registration, expected) => {
    expect(findRegistrationProblem(registration)).toMatch(expected)
  })

  it("is refused while it is written, when a column is declared twice in different ways", () => {
    const declared = card.column("text", rule)
    expect(() => declared.column("text", rule)).not.toThrow()
    expect(() => declared.freeOf(["text"], "nobody's")).toThrow(/table "card", column "text"/)
    expect(() => declared.column("text", { ...rule, erase: "keep" })).toThrow(/declared twice/)
  })
})
