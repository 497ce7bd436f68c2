import { asJson } from "./as-json"

/** What staff sees in place of an address field; never stored. */
export const ADDRESS_MASK = "•••"

/** Ids in a body that tell whose it is. Addresses only where nothing around them tells. */
export type PersonKeys = {
  customerIds: string[]
  orderIds: string[]
  cartIds: string[]
  /** Of addresses and deliveries. */
  addressIds: string[]
}

type Kind = keyof PersonKeys

const KIND_OF_PREFIX: Readonly<Record<string, Kind>> = {
  cus: "customerIds",
  order: "orderIds",
  cart: "cartIds",
  ordaddr: "addressIds",
  cuaddr: "addressIds",
  caaddr: "addressIds",
  fuladdr: "addressIds",
  ful: "addressIds",
}

/** Rows that a store imported may have ids of any form. */
const KIND_OF_FIELD: Readonly<Record<string, Kind>> = {
  customer_id: "customerIds",
  order_id: "orderIds",
  cart_id: "cartIds",
}

/** As core and carriers spell them, without signs and capitals. The country is no place of a person. */
const ADDRESS_FIELD =
  /^(address|address(line)?[12]|street(name|number)?|housenumber|post(al)?code|zip(code)?|city|province|phone(number)?|mobile|company)$/

const isAddressField = (name: string): boolean =>
  ADDRESS_FIELD.test(name.toLowerCase().replace(/[^a-z0-9]/g, ""))

const isAddress = (value: object): boolean => "address_1" in value || "postal_code" in value

/** Places of the shop itself: stock locations and their addresses. */
const isOfShop = (value: object): boolean =>
  "id" in value && typeof value.id === "string" && /^(sloc|laddr)_/.test(value.id)

/** The shop, as its invoices name it. */
const SHOP_FIELD = "seller"

/** A workflow's run and a message: what is in them belongs to whomever anything in them names. */
const isRun = (value: object): boolean => "transaction_id" in value && "context" in value
const isMessage = (value: object): boolean => "template" in value && "channel" in value

const kindOf = (name: string, value: unknown): Kind | undefined =>
  typeof value === "string" && value !== ""
    ? (KIND_OF_FIELD[name] ?? KIND_OF_PREFIX[value.slice(0, value.indexOf("_"))])
    : undefined

const collect = (value: unknown, isOwned: boolean, found: Record<Kind, Set<string>>): void => {
  if (typeof value !== "object" || value === null) return
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      if (typeof item === "string") add("", item, isOwned, found)
      else collect(item, isOwned, found)
    }
    return
  }
  const json = asJson(value)
  if (typeof json !== "object" || json === null) return
  const entries = Object.entries(json) as [string, unknown][]
  const tells = entries.some(([name, inner]) => {
    const kind = kindOf(name, inner)
    return kind !== undefined && kind !== "addressIds"
  })
  for (const [name, inner] of entries) {
    if (typeof inner === "string") add(name, inner, isOwned || tells, found)
    else collect(inner, isOwned || tells, found)
  }
}

const add = (
  name: string,
  value: string,
  isOwned: boolean,
  found: Record<Kind, Set<string>>
): void => {
  const kind = kindOf(name, value)
  if (kind !== undefined && !(isOwned && kind === "addressIds")) found[kind].add(value)
}

/** The ids that tell whose data a body of the admin API carries, at any depth; `null` when there are none. */
export const findPersonKeys = (body: unknown): PersonKeys | null => {
  const found = {
    customerIds: new Set<string>(),
    orderIds: new Set<string>(),
    cartIds: new Set<string>(),
    addressIds: new Set<string>(),
  }
  collect(body, false, found)
  const keys = {
    customerIds: [...found.customerIds],
    orderIds: [...found.orderIds],
    cartIds: [...found.cartIds],
    addressIds: [...found.addressIds],
  }
  return Object.values(keys).some((ids) => ids.length > 0) ? keys : null
}

const hide = (value: unknown): unknown => {
  if (typeof value === "string") return value === "" ? value : ADDRESS_MASK
  if (typeof value === "number") return ADDRESS_MASK
  if (Array.isArray(value)) return value.map(hide)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name, hide(inner)])
  )
}

type Scope = { protectedIds: ReadonlySet<string>; isCovered: boolean; isMessage: boolean }

const holdsId = (value: unknown, ids: ReadonlySet<string>): boolean => {
  if (typeof value === "string") return ids.has(value)
  if (typeof value !== "object" || value === null) return false
  return Object.values(value).some((inner: unknown) => holdsId(inner, ids))
}

/** An object is about the people whose ids stand in it, or in an object right beneath it. */
const isAbout = (value: object, ids: ReadonlySet<string>): boolean =>
  isRun(value) || isMessage(value)
    ? holdsId(value, ids)
    : Object.values(value).some((inner: unknown) =>
        typeof inner === "object" && inner !== null && "id" in inner
          ? holdsId(inner.id, ids)
          : typeof inner === "string" && ids.has(inner)
      )

const maskField = (owner: object, name: string, value: unknown, scope: Scope): unknown => {
  if (name === SHOP_FIELD) return value
  if (!scope.isCovered) return mask(value, scope)
  const isText = typeof value !== "object" || value === null
  if (isAddressField(name) && (isText || name !== "address")) return hide(value)
  if (name === "metadata" && isAddress(owner)) return null
  if (scope.isMessage && isText && /^(html|text|subject)$/.test(name)) return hide(value)
  return mask(value, scope)
}

const mask = (value: unknown, scope: Scope): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => mask(item, scope))
  if (isOfShop(value)) return value
  const { protectedIds } = scope
  const inner = {
    protectedIds,
    isCovered: scope.isCovered || isAbout(value, protectedIds),
    isMessage: scope.isMessage || isMessage(value),
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      maskField(value, name, field, inner),
    ])
  )
}

/**
 * The same body with the address fields of protected people written as `•••`; the country stays.
 *
 * @param body anything that is answered as JSON; it is not changed
 * @param protectedIds those ids of `findPersonKeys` whose person is protected
 * @param path parts of the path it was asked with: a protected id among them covers the whole body
 */
export const maskAddresses = (
  body: unknown,
  protectedIds: ReadonlySet<string>,
  path: readonly string[] = []
): unknown => {
  if (protectedIds.size === 0) return body
  const json: unknown = JSON.parse(JSON.stringify(body))
  const isCovered = path.some((part) => protectedIds.has(part))
  return mask(json, { protectedIds, isCovered, isMessage: false })
}

const tellsOwner = (value: object): boolean =>
  Object.entries(value).some(
    ([name, inner]: [string, unknown]) => kindOf(name, inner) !== undefined
  )

/** An address of whom nothing in the body tells: who asks may have left the ids out. */
const isUnowned = (name: string, value: unknown): boolean =>
  isAddressField(name) &&
  ((typeof value === "string" && value !== "" && value !== ADDRESS_MASK) ||
    typeof value === "number")

/** True when an address stands in the body and no id in it or above it tells whose it is. */
export const hasUnownedAddress = (body: unknown): boolean => {
  if (typeof body !== "object" || body === null) return false
  if (Array.isArray(body)) return body.some(hasUnownedAddress)
  const json = asJson(body)
  if (typeof json !== "object" || json === null || isOfShop(json) || tellsOwner(json)) return false
  return Object.entries(json).some(
    ([name, value]: [string, unknown]) =>
      name !== SHOP_FIELD && (isUnowned(name, value) || hasUnownedAddress(value))
  )
}

const hideIn = (value: unknown, onlyUnowned: boolean): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => hideIn(item, onlyUnowned))
  if (isOfShop(value) || (onlyUnowned && tellsOwner(value))) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      if (name === SHOP_FIELD) return [name, inner]
      return [name, isUnowned(name, inner) ? ADDRESS_MASK : hideIn(inner, onlyUnowned)]
    })
  )
}

/** The same body with address fields written as `•••`: everybody's, or those of whom no id tells whose they are. */
export const hideAddresses = (body: unknown, which: "all" | "unowned"): unknown =>
  hideIn(JSON.parse(JSON.stringify(body)), which === "unowned")

const findMask = (value: unknown, name: string, path: string): string | null => {
  if (typeof value === "string") {
    return isAddressField(name) && value.includes(ADDRESS_MASK) ? path : null
  }
  if (typeof value !== "object" || value === null) return null
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const field = Array.isArray(value) ? name : key
    const found = findMask(inner, field, path === "" ? key : `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** Path of the first address field of a request that holds the mask, which a form may send back; else null. */
export const findMaskedField = (body: unknown): string | null => findMask(body, "", "")
