import fc from "fast-check"
import { gzipSync } from "node:zlib"
import { ADDRESS_MARK, MARK, hostileText } from "./hostile"
import { fromSchema, nearlyFromSchema, placeText } from "./from-schema"
import type { Pool, Schema } from "./from-schema"

/** A route as the OpenAPI document has it. */
export type Operation = {
  method: string
  /** With `{id}` for each parameter. */
  path: string
  query: { name: string; schema: Schema }[]
  body: Schema | null
}

export type FuzzRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | null
}

/** Who asks: headers by name; the first is the one the route is for. */
export type Callers = {
  staff: Record<string, string>
  customer: Record<string, string>
  shopper: Record<string, string>
}

/** Percent-encoded as an address must be, or half so. */
const encoded = (text: string): fc.Arbitrary<string> => {
  const whole = encodeURIComponent(Buffer.from(text).toString())
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(whole) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(`${whole}%00`, `${whole}%`, `%C0%AF${whole}`, `${whole}%2F..%2F`),
    }
  )
}

const pathOf = ({ path }: Operation, ids: readonly string[]): fc.Arbitrary<string> => {
  const parts = path
    .split("/")
    .map((part) =>
      part.startsWith("{") ? placeText(ids, ADDRESS_MARK).chain(encoded) : fc.constant(part)
    )
  return fc.tuple(...parts).map((done) => done.join("/"))
}

const queryValue = (schema: Schema, pool: Pool): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fromSchema(schema, pool).map((value) =>
        typeof value === "string" ? value.replaceAll(MARK, ADDRESS_MARK) : JSON.stringify(value)
      ),
    },
    { weight: 2, arbitrary: hostileText(ADDRESS_MARK) }
  )

/** Once, as a list, and as an object. */
const spellingsOf = (name: string): string[] => [
  name,
  name,
  name,
  `${name}[]`,
  `${name}[$ne]`,
  `${name}[0][a]`,
]

/** Medusa reads a store route's `locale` as one text; a list of them leaves the request without an answer, without the plugin too. */
const withOneLocale = (parts: readonly string[]): string[] =>
  parts.filter(
    (part, at) =>
      !part.startsWith("locale=") || parts.findIndex((one) => one.startsWith("locale=")) === at
  )

const queryOf = ({ query }: Operation, pool: Pool): fc.Arbitrary<string> => {
  const known = query.map(({ name, schema }) =>
    fc
      .tuple(
        queryValue(schema, pool).chain(encoded),
        fc.constantFrom(...(name === "locale" ? [name] : spellingsOf(name)))
      )
      .map(([value, key]) => `${key}=${value}`)
  )
  const other = fc
    .tuple(
      fc.constantFrom("fields", "order", "limit", "offset", "q", "__proto__[a]", "expand"),
      hostileText(ADDRESS_MARK).chain(encoded)
    )
    .map(([key, value]) => `${key}=${value}`)
  const one = fc.oneof(...known, other)
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant("") },
    {
      weight: 3,
      arbitrary: fc
        .array(one, { minLength: 1, maxLength: 4 })
        .map((parts) => `?${withOneLocale(parts).join("&")}`),
    }
  )
}

type Sent = { body: Buffer | null; headers: Record<string, string> }

const json = (value: unknown): Sent => ({
  body: Buffer.from(JSON.stringify(value)),
  headers: { "content-type": "application/json" },
})

/** The same body in ways that a client of the web must not be trusted to avoid. */
const wayOf = (sent: Sent): fc.Arbitrary<Sent> => {
  const { body, headers } = sent
  if (!body) return fc.constant(sent)
  const text = body.toString("utf8")
  const as = (type: string): Sent => ({ body, headers: { "content-type": type } })
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant(sent) },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Sent>(
        as("text/plain"),
        as("application/x-www-form-urlencoded"),
        as("application/json; charset=utf-7"),
        as("multipart/form-data; boundary=x"),
        { body, headers: {} },
        {
          body: Buffer.from(text, "utf16le"),
          headers: { "content-type": "application/json; charset=utf-16le" },
        },
        { body: gzipSync(body), headers: { ...headers, "content-encoding": "gzip" } },
        { body, headers: { ...headers, "content-encoding": "gzip" } },
        { body: body.subarray(0, Math.max(1, body.length - 2)), headers },
        { body: Buffer.concat([Buffer.from([0xff, 0xfe]), body]), headers },
        { body: Buffer.from(`{"a":"${MARK}${"x".repeat(2_000_000)}"}`), headers },
        { body: Buffer.from(`${text.slice(0, -1)},"${MARK}":1,"${MARK}":2}`), headers },
        { body: Buffer.alloc(0), headers }
      ),
    }
  )
}

const bodyOf = ({ body, method }: Operation, pool: Pool): fc.Arbitrary<Sent> => {
  if (body === null && method === "GET") return fc.constant({ body: null, headers: {} })
  const value =
    body === null ? nearlyFromSchema({ type: "object" }, pool) : nearlyFromSchema(body, pool)
  return value.map(json).chain(wayOf)
}

const OTHER_HEADERS: readonly Record<string, string>[] = [
  { "accept-language": `${"da,".repeat(500)}en` },
  { "accept-language": MARK },
  { accept: "application/xml" },
  { "x-forwarded-for": `${MARK}, 10.0.0.1` },
  { "idempotency-key": `${MARK}' --` },
  { "x-publishable-api-key": `pk_${MARK}` },
  { authorization: `Bearer ${MARK}` },
  { authorization: `Basic ${Buffer.from(`${MARK}:x`).toString("base64")}` },
  { authorization: `Bearer eyJhbGciOiJub25lIn0.eyJhY3Rvcl9pZCI6IjEifQ.` },
  { cookie: `connect.sid=s%3A${MARK}; ${"a=b; ".repeat(200)}` },
  { "if-none-match": MARK, range: "bytes=0-1,5-2", "content-language": MARK },
  { origin: `https://${MARK}.example`, "sec-fetch-site": "cross-site" },
]

const headersOf = ({ path }: Operation, callers: Callers): fc.Arbitrary<Record<string, string>> => {
  const isStaffs = path.startsWith("/admin/")
  const { staff, customer, shopper } = callers
  const who = fc.oneof(
    { weight: 10, arbitrary: fc.constant(isStaffs ? staff : customer) },
    {
      weight: isStaffs ? 1 : 6,
      arbitrary: fc.constantFrom(isStaffs ? customer : staff, shopper, {}),
    }
  )
  const more = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...OTHER_HEADERS) }
  )
  return fc.tuple(who, more).map(([first, second]) => ({ ...first, ...second }))
}

/** What can be sent to a route. `ids` are those its address can name. */
export const requestsTo = (
  operation: Operation,
  { pool, ids, callers }: { pool: Pool; ids: readonly string[]; callers: Callers }
): fc.Arbitrary<FuzzRequest> =>
  fc
    .record({
      path: pathOf(operation, ids),
      query: queryOf(operation, pool),
      sent: bodyOf(operation, pool),
      headers: headersOf(operation, callers),
    })
    .map(({ path, query, sent, headers }) => ({
      method: operation.method,
      path: path + query,
      headers: { ...headers, ...sent.headers },
      body: sent.body,
    }))
