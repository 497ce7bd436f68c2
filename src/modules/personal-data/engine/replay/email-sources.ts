import { mappedTables } from "../../registry"
import type { Knex } from "../../../../shared/postgres"
import { readSchema } from "../schema"

/** Where an address stands: an SQL expression over the row `t`, and whether rows can be read in the order of their ids. */
export type EmailSource = { table: string; address: string; hasTextId: boolean }

/** Found by ids that are looked for with the e-mail first, so their own rules name no e-mail. */
const BY_IDS = [
  { table: "customer", address: "t.email" },
  { table: "order", address: "t.email" },
  { table: "cart", address: "t.email" },
  { table: "provider_identity", address: "t.entity_id" },
  { table: "account_holder", address: "t.email" },
] as const

/** How a rule of the map finds rows by an address alone. */
const BY_EMAIL = /(?:lower\((t\.[^()]+)\)|(t\."?\w+"?))\s*=\s*ANY\s*\(:email\)/gi

const TEXT = ["text", "character varying"]

const columnOf = (address: string): string => /^t\."?(\w+)/.exec(address)?.[1] ?? ""

/** Every place of the map where a person's row is found by its address, of tables that tell when a row was made. */
export const emailSources = async (connection: Knex | Knex.Transaction): Promise<EmailSource[]> => {
  const { all, text } = await readSchema(connection)
  const mapped = mappedTables(all).flatMap(({ table, subject }) =>
    [...subject.matchAll(BY_EMAIL)].map(([, lowered, plain]) => ({
      table,
      address: lowered ?? plain ?? "",
    }))
  )
  const isThere = ({ table, address }: { table: string; address: string }): boolean =>
    ["created_at", columnOf(address)].every((column) => all.get(table)?.has(column))
  const sources = new Map(
    [...BY_IDS, ...mapped]
      .filter(isThere)
      .map((source) => [`${source.table} ${source.address}`, source])
  )
  return [...sources.values()].map((source) => ({
    ...source,
    hasTextId: TEXT.includes(text.get(source.table)?.get("id") ?? ""),
  }))
}
