import { bindKeys } from "../../domain/statements"
import { emptyKeys } from "../../domain/table-map"
import { binderOf, KEY_NAMES } from "./bind"

describe("binding an export's statements", () => {
  it("gives each key its ids as an array Postgres can read", () => {
    const bind = binderOf({ ...emptyKeys(), order: ["o1", `o"2\\`], email: ["a,b@c.example"] })
    const sql = "a = ANY(:order) OR b = ANY(:email) OR c = ANY(:cart)"
    expect(bind(bindKeys(sql, KEY_NAMES))).toEqual({
      sql: "a = ANY(?::text[]) OR b = ANY(?::text[]) OR c = ANY(?::text[])",
      bindings: [`{"o1","o\\"2\\\\"}`, `{"a,b@c.example"}`, "{}"],
    })
  })
})
