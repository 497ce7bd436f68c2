import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import type { AdminDataMapResponse, AdminDriftResponse } from "../../../src/types/http"
import { PERSONAL_DATA_MODULE } from "../../../src/modules/personal-data"
import type { PersonalDataModuleService } from "../../../src/modules/personal-data"
import { selectRows } from "../../../src/shared/postgres"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The entries of a document by key or place; none of a plain value. */
const entriesOf = (document: Json): [string, Json][] =>
  typeof document === "object" && document !== null ? Object.entries(document) : []

/** What the database's function is meant to answer, said once more in another language. */
const partOf = (document: Json, paths: readonly string[], isKept: boolean): Json | undefined => {
  if (typeof document !== "object" || document === null) return isKept ? undefined : document
  const kept = entriesOf(document).flatMap(([key, value]): [string, Json][] => {
    const below = paths
      .map((path) => path.split("."))
      .filter(([first]) => first === "*" || first === key)
      .map(([, ...rest]) => rest.join("."))
    if (below.includes("")) return isKept ? [[key, value]] : []
    if (below.length === 0) return isKept ? [] : [[key, value]]
    const inside = partOf(value, below, isKept)
    const isEmpty = inside === undefined || (isKept && isEmptyContainer(inside))
    return isEmpty ? [] : [[key, inside]]
  })
  return Array.isArray(document) ? kept.map(([, value]) => value) : Object.fromEntries(kept)
}

const isEmptyContainer = (value: Json): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0

const KEYS = ["id", "items", "title", "0", "1", "new"]

const { document: anyDocument } = fc.letrec<{ document: Json }>((tie) => ({
  document: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, 7, "zqtext"),
    fc.array(tie("document"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie("document"), { maxKeys: 4 })
  ),
}))

const anyPath = fc
  .array(fc.constantFrom("*", ...KEYS), { minLength: 1, maxLength: 3 })
  .map((keys) => keys.join("."))

export default (suite: Suite): void => {
  describe("the map of personal data", () => {
    const read = async <Body>(path: string) =>
      (await suite.call<Body>("GET", path, { headers: await staff(suite) })).body
    const readDrift = async () =>
      (await read<AdminDriftResponse>("/admin/privacy/data-map/drift")).drift

    it("knows every column of the store's database that can hold text", async () => {
      const drift = await readDrift()
      expect(drift.unclassified).toEqual([])
      expect(drift.missing).toEqual([])
    })

    it("names a column that nobody classified, in the log of a start too", async () => {
      await suite.database().raw(`ALTER TABLE customer ADD COLUMN nickname text`)
      const warn = jest
        .spyOn(suite.container().resolve(ContainerRegistrationKeys.LOGGER), "warn")
        .mockReturnValue()
      try {
        expect((await readDrift()).unclassified).toEqual([
          { table: "customer", column: "nickname", type: "text" },
        ])
        await suite
          .container()
          .resolve<PersonalDataModuleService>(PERSONAL_DATA_MODULE)
          .__hooks.onApplicationStart()
        expect(warn.mock.calls.flat().join()).toContain("customer.nickname")
      } finally {
        warn.mockRestore()
        await suite.database().raw(`ALTER TABLE customer DROP COLUMN nickname`)
      }
    })

    it("says of each column where it comes from and what erasure does", async () => {
      const { data_map: tables } = await read<AdminDataMapResponse>("/admin/privacy/data-map")
      const columnsOf = (name: string) => tables.find(({ table }) => table === name)?.columns
      expect(columnsOf("customer")).toContainEqual(
        expect.objectContaining({
          column: "email",
          kind: "personal",
          category: "account",
          origin: "provided",
          erase: "emptied",
          portable: true,
        })
      )
      const data = columnsOf("payment")?.find(({ column }) => column === "data")
      expect(data).toMatchObject({ erase: "partly" })
      expect(data?.paths).toContainEqual({
        path: "id",
        rule: "keep",
        reason: expect.stringContaining("refunds") as string,
      })
    })

    it("takes the same part of a JSON document by key paths, in whatever document", async () => {
      const given = fc.tuple(anyDocument, fc.array(anyPath, { maxLength: 3 }), fc.boolean())
      const cases = fc.sample(given, 400)
      const rows = await selectRows<{ part: Json }>(
        suite.database(),
        `SELECT dk_personal_data_json_part(c->0, ARRAY(SELECT jsonb_array_elements_text(c->1)), (c->2)::boolean) AS part
           FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY AS e(c, place) ORDER BY place`,
        [JSON.stringify(cases)]
      )
      expect(rows).toHaveLength(cases.length)
      for (const [index, [document, paths, isKept]] of cases.entries()) {
        const expected = partOf(document, paths, isKept) ?? null
        expect({ document, paths, isKept, part: rows[index]?.part }).toEqual({
          document,
          paths,
          isKept,
          part: expected,
        })
      }
    })
  })
}
