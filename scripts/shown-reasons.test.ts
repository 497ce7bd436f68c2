import "../src/modules/personal-data/entry"
import "../src/modules/access/personal-data"
import "../src/modules/breach/personal-data"
import "../src/modules/buyer/personal-data"
import "../src/modules/consent/personal-data"
import "../src/modules/invoice/personal-data"
import "../src/modules/nets/personal-data"
import "../src/modules/subject-request/personal-data"
import { reasonText } from "../src/admin/domains/personal-data/reasons"
import { registeredTables } from "../src/modules/personal-data/registry"

const reasons = new Set(
  registeredTables().flatMap(({ columns, context, free }) => [
    ...Object.values(context),
    ...Object.values(free),
    ...Object.values(columns)
      .flatMap(({ paths }) => Object.values(paths ?? {}))
      .flatMap((rule) => ("keep" in rule ? [rule.keep] : [])),
  ])
)

describe("a reason in the data map", () => {
  it("has Danish words", () => {
    expect(reasons.size).toBeGreaterThan(40)
    expect([...reasons].filter((reason) => reasonText(reason, "da") === reason)).toEqual([])
  })

  it("stays as it is written in English, and when it is the store's own", () => {
    for (const reason of reasons) expect(reasonText(reason, "en")).toBe(reason)
    expect(reasonText("a reason of my own", "da")).toBe("a reason of my own")
  })
})
