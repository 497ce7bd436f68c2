import { z } from "@medusajs/framework/zod"

/**
 * One option as its schema has it. `fallback` is null where there is no default; `onlyWith` says with which kinds of the
 * object around it an option is there, and is empty for all.
 */
export type OptionRow = {
  path: string
  type: string
  fallback: string | null
  isRequired: boolean
  onlyWith: string[]
}

type Leaf = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``

const range = (low: number | undefined, high: number | undefined, what: string): string => {
  const top = high === undefined || high >= Number.MAX_SAFE_INTEGER ? undefined : high
  if (low !== undefined && top !== undefined)
    return `, ${low.toString()} to ${top.toString()}${what}`
  if (top !== undefined) return `, at most ${top.toString()}${what}`
  return low !== undefined && low > 1 ? `, at least ${low.toString()}${what}` : ""
}

const FORMATS: Record<string, string> = { email: "e-mail", uri: "URL", date: "day, YYYY-MM-DD" }

const leafText = (schema: z.ZodType, customType: string): string => {
  const leaf = z.toJSONSchema(schema, { unrepresentable: "any", io: "output" }) as Leaf
  if (leaf.const !== undefined) return code(leaf.const)
  if (leaf.enum) return leaf.enum.map(code).join(", ")
  if (leaf.type === "string") {
    const text = FORMATS[leaf.format ?? ""] ?? "text"
    return `${text}${range(leaf.minLength, leaf.maxLength, " characters")}`
  }
  if (leaf.type === "integer" || leaf.type === "number") {
    const name = leaf.type === "integer" ? "whole number" : "number"
    return `${name}${range(leaf.minimum, leaf.maximum, "")}`
  }
  if (leaf.type === "boolean") return "`true`, `false`"
  if (leaf.type === "null") return "`null`"
  return customType === "" ? "object" : `\`${customType}\``
}

/** A schema without its wrapping: what it is, whether it must be given, and what stands in for it. */
const unwrap = (wrapped: z.ZodType): { schema: z.ZodType; isRequired: boolean; value: unknown } => {
  if (wrapped instanceof z.ZodOptional) return { ...unwrapInner(wrapped), isRequired: false }
  if (wrapped instanceof z.ZodDefault || wrapped instanceof z.ZodPrefault) {
    return { ...unwrapInner(wrapped), isRequired: false, value: wrapped.def.defaultValue }
  }
  if (wrapped instanceof z.ZodPipe) {
    const { in: before, out } = wrapped.def
    return unwrap((out instanceof z.ZodTransform ? before : out) as z.ZodType)
  }
  return { schema: wrapped, isRequired: true, value: undefined }
}

function unwrapInner(
  wrapped: z.ZodOptional | z.ZodDefault | z.ZodPrefault
): ReturnType<typeof unwrap> {
  return unwrap(wrapped.def.innerType as z.ZodType)
}

type Types = (path: string) => string

const optionsOf = (schema: z.ZodUnion): z.ZodType[] => schema.options as z.ZodType[]

const typeText = (schema: z.ZodType, path: string, types: Types): string => {
  if (schema instanceof z.ZodObject) return "object"
  if (schema instanceof z.ZodNullable) {
    return `${typeText(unwrap(schema.unwrap() as z.ZodType).schema, path, types)} or \`null\``
  }
  if (schema instanceof z.ZodArray) {
    const { schema: element } = unwrap(schema.element as z.ZodType)
    return `list of: ${typeText(element, `${path}[]`, types)}`
  }
  if (schema instanceof z.ZodRecord) return "object by name"
  if (schema instanceof z.ZodDiscriminatedUnion) return `object, by \`${schema.def.discriminator}\``
  if (schema instanceof z.ZodUnion) {
    const own = optionsOf(schema).map((option) => typeText(option, path, types))
    return [...new Set(own)].join(" or ")
  }
  return leafText(schema, types(path))
}

const shapeRows = (shape: Record<string, z.ZodType>, path: string, types: Types): OptionRow[] =>
  Object.entries(shape).flatMap(([key, value]) =>
    optionRows(value, [path, key].filter((part) => part !== "").join("."), types)
  )

/** The rows below a schema that holds others. */
const rowsBelow = (schema: z.ZodType, path: string, types: Types): OptionRow[] => {
  if (schema instanceof z.ZodObject) {
    return shapeRows(schema.shape, path, types)
  }
  if (schema instanceof z.ZodNullable)
    return rowsBelow(unwrap(schema.unwrap() as z.ZodType).schema, path, types)
  if (schema instanceof z.ZodArray) {
    return rowsBelow(unwrap(schema.element as z.ZodType).schema, `${path}[]`, types)
  }
  if (schema instanceof z.ZodRecord) {
    const value = unwrap(schema.valueType as z.ZodType).schema
    return value instanceof z.ZodObject ? rowsBelow(value, `${path}.<name>`, types) : []
  }
  if (schema instanceof z.ZodUnion) {
    const kinds = optionsOf(schema).map((option) => ({
      name: kindOf(schema, option),
      rows: rowsBelow(unwrap(option).schema, path, types),
    }))
    const rows = kinds.flatMap(({ rows: own }) => own)
    return [...new Map(rows.map((row) => [row.path, mergedRow(row, kinds)])).values()]
  }
  return []
}

/** What tells a kind of an object from the others; empty when nothing does. */
const kindOf = (union: z.ZodUnion, option: z.ZodType): string => {
  if (!(union instanceof z.ZodDiscriminatedUnion) || !(option instanceof z.ZodObject)) return ""
  const value: unknown = option.shape[union.def.discriminator]
  return value instanceof z.ZodLiteral ? String(value.value) : ""
}

/** An option that several kinds of an object have takes what any of them takes. */
const mergedRow = (
  row: OptionRow,
  kinds: readonly { name: string; rows: OptionRow[] }[]
): OptionRow => {
  const having = kinds.filter(({ rows }) => rows.some(({ path }) => path === row.path))
  const same = having.flatMap(({ rows }) => rows.filter(({ path }) => path === row.path))
  const isEverywhere = having.length === kinds.length
  const names = having.map(({ name }) => name)
  const isNamed = names.every((name) => name !== "")
  return {
    ...row,
    type: [...new Set(same.flatMap(({ type }) => type.split(", ")))].join(", "),
    isRequired: same.every((one) => one.isRequired) && (isEverywhere || isNamed),
    onlyWith: isEverywhere || !isNamed ? [] : names,
  }
}

/** The rows of an option and of all below it; at the top, `path` is empty and only those below are given. */
export function optionRows(wrapped: z.ZodType, path: string, types: Types): OptionRow[] {
  const { schema, isRequired, value } = unwrap(wrapped)
  const below = rowsBelow(schema, path, types)
  if (path === "") return below
  const isEmptyObject = typeof value === "object" && below.length > 0
  const fallback =
    value === undefined || (isEmptyObject && !Array.isArray(value)) ? null : code(value)
  return [
    { path, type: typeText(schema, path, types), fallback, isRequired, onlyWith: [] },
    ...below,
  ]
}
