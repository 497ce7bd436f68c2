/** Names of fields that hold people's data, from the map. */
export type PersonFields = {
  /** Say by themselves that a person is carried: names, addresses, ways to reach somebody. */
  direct: ReadonlySet<string>
  /** Free texts that count where the object is somebody's. */
  inContext: ReadonlySet<string>
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== ""

const isFilled = (value: unknown): boolean =>
  isText(value) || (typeof value === "object" && value !== null && Object.keys(value).length > 0)

/** Staff are not whom the log is about. */
const OF_STAFF = /^(user|invite|apk)_/

const OWNER_IDS = /^(cus|order|cart)_/

const has = (object: object, key: string): unknown =>
  Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined

/** Whose an object is, the customer first: `cus_…`, `order_…` or `cart_…`. */
const ownerOf = (object: object): string | null => {
  const id = has(object, "id")
  const owners = [has(object, "customer_id"), id, has(object, "order_id"), has(object, "cart_id")]
  return owners.find((owner): owner is string => isText(owner) && OWNER_IDS.test(owner)) ?? null
}

const carriesPerson = (object: object, owner: string | null, fields: PersonFields): boolean =>
  Object.entries(object).some(
    ([name, value]: [string, unknown]) =>
      (fields.direct.has(name) && isText(value)) ||
      (owner !== null && fields.inContext.has(name) && isFilled(value))
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
    if (isText(id) && OF_STAFF.test(id)) return
    const owner = ownerOf(value) ?? above
    if (carriesPerson(value, owner, fields)) found.add(owner ?? (isText(id) ? id : ""))
    for (const inner of Object.values(value)) visit(inner, owner)
  }
  visit(body, null)
  return [...found]
}
