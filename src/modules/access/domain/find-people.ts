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

const carriesPerson = (object: object, fields: PersonFields): boolean =>
  Object.entries(object).some(
    ([name, value]: [string, unknown]) =>
      (fields.direct.has(name) && isDirect(name, value)) ||
      (fields.inContext.has(name) && isFilled(value))
  )

/**
 * The people whose data an answer carries, by the ids of customer, order or cart they are known by; where none is there,
 * by the id of the object that names them.
 */
export const findPeople = (body: unknown, fields: PersonFields): string[] => {
  const found = new Set<string>()
  const visit = (value: unknown, above: string | null): void => {
    if (typeof value !== "object" || value === null || value instanceof Date) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, above)
      return
    }
    const id = has(value, "id")
    if (isText(id) && NOT_PEOPLE.test(id)) return
    const own = isText(id) ? id : null
    const owner = ownerOf(value) ?? above ?? own
    if (carriesPerson(value, fields)) found.add(owner ?? "unnamed")
    for (const [name, inner] of Object.entries(value)) if (!OF_SHOP.has(name)) visit(inner, owner)
  }
  visit(body, null)
  return [...found]
}
