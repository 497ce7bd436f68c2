import fc from "fast-check"
import { MARK, hostileName, hostileText, hostileValue } from "./hostile"

/** As much of JSON Schema as the document of the routes uses. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
}

/** What the values of a store are made of. */
export type Pool = {
  ids: readonly string[]
  /** Looks up a named part of the document. */
  find: (ref: string) => Schema
}

const FORMATS: Record<string, readonly string[]> = {
  email: [`${MARK}@kunde.example`, `${MARK.toUpperCase()}+b@xn--brd-0na.example`],
  date: ["2026-01-31", "2024-02-29", "1999-12-31"],
  "date-time": ["2026-03-29T02:30:00+01:00", "2026-10-25T00:59:59.999Z"],
  uri: [`https://${MARK}.example/`],
}

const textOf = ({ format, minLength = 0, maxLength = 200 }: Schema, { ids }: Pool) => {
  const known = FORMATS[format ?? ""]
  if (known) return fc.constantFrom(...known)
  const most = Math.min(maxLength, 200)
  const free = fc
    .string({ unit: "grapheme", maxLength: most })
    .map((text) => `${MARK}${text}`.slice(0, most).padEnd(minLength, "x"))
  return fc.oneof(free, fc.constantFrom(...(ids.length > 0 ? ids : [MARK])))
}

const objectOf = (schema: Schema, pool: Pool): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema
  const shape = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, fromSchema(value, pool)])
  )
  const named = fc.record(shape, { requiredKeys: required.filter((name) => name in shape) })
  if (typeof additionalProperties !== "object") return named
  const others = fc.dictionary(
    fc.string({ maxLength: 20 }),
    fromSchema(additionalProperties, pool),
    {
      maxKeys: 4,
    }
  )
  return fc.tuple(others, named).map(([more, own]) => ({ ...more, ...own }))
}

const ofType = (type: string | undefined, schema: Schema, pool: Pool): fc.Arbitrary<unknown> => {
  const { minimum = -10, maximum = 1_000_000, minItems = 0, items = {} } = schema
  if (type === "string") return textOf(schema, pool)
  if (type === "integer") return fc.integer({ min: minimum, max: Math.max(minimum, maximum) })
  if (type === "number")
    return fc.double({ min: minimum, max: Math.max(minimum, maximum), noNaN: true })
  if (type === "boolean") return fc.boolean()
  if (type === "null") return fc.constant(null)
  if (type === "array") {
    return fc.array(fromSchema(items, pool), { minLength: minItems, maxLength: minItems + 3 })
  }
  return type === "object" || schema.properties ? objectOf(schema, pool) : hostileValue
}

/** Values that fit a schema, or nearly: rules that a schema cannot say are left to the route. */
export function fromSchema(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return fromSchema(pool.find(schema.$ref), pool)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => fromSchema(one, pool)))
  if (schema.allOf) {
    return fc
      .tuple(...schema.allOf.map((one) => fromSchema(one, pool)))
      .map((parts) => Object.assign({}, ...parts) as unknown)
  }
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return fc.oneof(...types.map((type) => ofType(type, schema, pool)))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The value with one place in it made hostile. */
const spoil = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value) && value.length > 0) {
    return fc
      .nat({ max: value.length - 1 })
      .chain((at) =>
        spoil(value[at]).map((changed) =>
          value.map((one: unknown, i) => (i === at ? changed : one))
        )
      )
  }
  if (!isObject(value) || Object.keys(value).length === 0) return hostileValue
  return fc.constantFrom(...Object.keys(value)).chain((key) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: spoil(value[key]).map((changed): unknown => ({ ...value, [key]: changed })),
      },
      {
        weight: 1,
        arbitrary: fc.constant(
          Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
        ),
      }
    )
  )
}

/** What a body can be: right, right but for one place, with a field too many, or something else. */
export const nearlyFromSchema = (schema: Schema, pool: Pool): fc.Arbitrary<unknown> => {
  const right = fromSchema(schema, pool)
  return fc.oneof(
    { weight: 3, arbitrary: right },
    { weight: 5, arbitrary: right.chain(spoil) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(right, hostileName, hostileValue)
        .map(([value, name, more]) =>
          isObject(value) ? Object.fromEntries([...Object.entries(value), [name, more]]) : more
        ),
    },
    { weight: 1, arbitrary: hostileValue }
  )
}

/** A text for a place in an address. */
export const placeText = (known: readonly string[], mark: string): fc.Arbitrary<string> =>
  known.length === 0
    ? hostileText(mark)
    : fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: hostileText(mark) }
      )
