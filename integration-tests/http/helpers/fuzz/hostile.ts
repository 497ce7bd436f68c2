import fc from "fast-check"

/** Stands in each hostile text that goes into a body: found in an error or a log, the value was repeated there. */
export const MARK = "zq.fuzz"

/** Stands in addresses, which Medusa's own request log names. */
export const ADDRESS_MARK = "zqplace"

const around = (mark: string): string[] => [
  `${mark}' OR 1=1; --`,
  `"${mark}" && true`,
  `<script>${mark}</script>`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>${mark}&e;</x>`,
  `=cmd|'/c ${mark}'!A0`,
  `../../../${mark}`,
  `\${${mark}}{{${mark}}}%s%n`,
  `${mark}\u0000end`,
  `${mark}\nERROR: a line of its own`,
  `${mark}\u202E\u200B\uFEFF`,
  `${mark}\uD800`,
  `${mark}${"é".repeat(300)}`,
  `${mark}${"a".repeat(20_000)}`,
  `  ${mark}  `,
  `${mark}@kunde.example`,
  `https://${mark}.example/?a=1`,
  `2026-02-30${mark}`,
]

export const hostileText = (mark: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...around(mark)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", " ", "null", "undefined", "0", "-1", "[]", "{}", "true"),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: "binary", maxLength: 40 }).map((text) => mark + text),
    }
  )

/** So deep that a program that walks it by calling itself runs out of stack. */
const nested = (depth: number): unknown => {
  let value: unknown = MARK
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A value that no field expects. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText(MARK) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -1, 0.1, 1e308, Number.MAX_SAFE_INTEGER + 2, -0.000001],
      ...[[], {}, [[]], [null], { length: -1 }, { $ne: null }, { toString: 1 }, { then: {} }],
      ...["2026-02-30", "0000-00-00", "9999-12-31T23:59:60Z", "+276420-01-01"]
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 2_000 }).map(nested) },
  { weight: 1, arbitrary: fc.array(hostileText(MARK), { minLength: 50, maxLength: 300 }) },
  { weight: 1, arbitrary: fc.object({ maxDepth: 2, key: hostileText(MARK), maxKeys: 5 }) }
)

/** Names that mean something to the language or to a database. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "prototype",
    "id",
    "$where",
    "deleted_at",
    "metadata",
    ""
  ),
  hostileText(MARK)
)
