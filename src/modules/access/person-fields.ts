import { registeredTables } from "../personal-data"
import type { PersonFields } from "./domain/find-people"

const DIRECT_CATEGORIES = new Set(["account", "address", "order_contact", "cart", "company"])

/** Parts of an address or account that say nothing of a person alone, or names that other things have as well. */
const NOT_DIRECT = new Set(["metadata", "locale", "country_code", "name", "value", "details"])

/** Texts of the shop that order lines repeat. */
const OF_GOODS = new Set(["title", "subtitle", "url", "value", "name", "data"])

const read = (): PersonFields => {
  const columns = registeredTables().flatMap((table) => Object.entries(table.columns))
  const direct = columns
    .filter(([name, { category }]) => DIRECT_CATEGORIES.has(category) && !name.endsWith("_id"))
    .map(([name]) => name)
    .filter((name) => !NOT_DIRECT.has(name))
  const inContext = columns
    .filter(([name, { category }]) => category === "order_note" && !name.endsWith("_id"))
    .map(([name]) => name)
    .filter((name) => !OF_GOODS.has(name))
  return {
    // Of notifications: where they were sent.
    direct: new Set([...direct, "to"]),
    // Of changes of an order: an address or e-mail as it was.
    inContext: new Set([...inContext, "details"]),
  }
}

let fields: PersonFields | undefined

/** Names of fields that hold people's data, derived from the map once all modules have registered their tables. */
export const personFields = (): PersonFields => (fields ??= read())
