import type { Schema } from "./statements"
import type { TableMap } from "./table-map"

/** Whether a table's name has the form that a map declares: `*` stands for any text. */
export const isNamedBy = (form: string, name: string): boolean => {
  const [first = "", ...rest] = form.split("*")
  if (rest.length === 0) return form === name
  const last = rest.pop() ?? ""
  if (name.length < first.length + last.length) return false
  if (!name.startsWith(first) || !name.endsWith(last)) return false
  let middle = name.slice(first.length, name.length - last.length)
  return rest.every((text) => {
    const place = middle.indexOf(text)
    middle = middle.slice(place + text.length)
    return place >= 0
  })
}

/** The map that a table follows: its own, else the one of the longest form it has. */
const mapOf = (name: string, maps: readonly TableMap[]): TableMap | undefined =>
  maps.find(({ table }) => table === name) ??
  maps
    .filter(({ table }) => isNamedBy(table, name))
    .sort((a, b) => b.table.length - a.table.length)[0]

/**
 * The maps with every form such as `cat_*` replaced by a map for each table of that form, in the place of the form.
 * Tables that the database does not have and that are declared by name stay.
 */
export const tablesIn = (maps: readonly TableMap[], schema: Schema): TableMap[] =>
  maps.flatMap((map) =>
    map.table.includes("*")
      ? [...schema.keys()]
          .filter((name) => mapOf(name, maps) === map)
          .map((name) => ({ ...map, table: name }))
      : [map]
  )
