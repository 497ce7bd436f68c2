import { asJson } from "./as-json"

/** Names of fields that hold people's data, from the map. */
export type PersonFields = {
  /** Say by themselves that a person is carried: names, addresses, ways to reach somebody. */
  direct: ReadonlySet<string>
  /** Free texts, which may be about anybody. */
  inContext: ReadonlySet<string>
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== ""

/** Elsewhere `email` is the name of a channel. */
const isDirect = (name: string, value: unknown): boolean =>
  isText(value) && (name !== "email" || value.includes("@"))

const isFilled = (value: unknown): boolean =>
  isText(value) || (typeof value === "object" && value !== null && Object.keys(value).length > 0)

/** Staff and the shop's own places are not whom the log is about. */
const NOT_PEOPLE = /^(user|invite|apk|sloc|laddr|store)_/

/** The shop itself, on its documents, and where it keeps its goods. */
const OF_SHOP = new Set(["seller", "location", "stock_location"])

const OWNER_IDS = /^(cus|order|cart)_/

const has = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined

/** Whose an object is, the customer first: `cus_…`, `order_…` or `cart_…`. */
const ownerOf = (object: object): string | null => {
  const id = has(object, "id")
  const owners = [has(object, "customer_id"), id, has(object, "order_id"), has(object, "cart_id")]
  return owners.find((owner): owner is string => isText(owner) && OWNER_IDS.test(owner)) ?? null
}

const carriesPerson = (
  entries: readonly [string, unknown][],
  { direct, inContext }: PersonFields
): boolean =>
  entries.some(
    ([name, value]) =>
      (direct.has(name) && isDirect(name, value)) || (inContext.has(name) && isFilled(value))
  )

/** The platform keeps amounts a second time, as text with a precision. */
const RAW_AMOUNT = /^raw_/

/**
 * The people whose data an answer carries, by the ids of customer, order or cart they are known by; where none is there,
 * by the id of the object that names them.
 */
export const findPeople = (body: unknown, fields: PersonFields): string[] => {
  const found = new Set<string>()
  const visit = (object: unknown, above: string | null): void => {
    if (typeof object !== "object" || object === null) return
    if (Array.isArray(object)) {
      for (const item of object) visit(item, above)
      return
    }
    const value = asJson(object)
    if (typeof value !== "object" || value === null) return
    const id = has(value, "id")
    if (isText(id) && NOT_PEOPLE.test(id)) return
    const own = isText(id) ? id : null
    const owner = ownerOf(value) ?? above ?? own
    const entries: [string, unknown][] = Object.entries(value)
    if (carriesPerson(entries, fields)) found.add(owner ?? "unnamed")
    for (const [name, inner] of entries) {
      if (typeof inner === "object" && !OF_SHOP.has(name) && !RAW_AMOUNT.test(name)) {
        visit(inner, owner)
      }
    }
  }
  visit(body, null)
  return [...found]
}
