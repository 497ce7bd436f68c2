import { errorName } from "../../../../shared/errors"
import { TableRefused } from "../table-refused"

/**
 * The connection, the server or another transaction stands in the way: trying all of it again helps. Not where the time
 * ran out (57014): fewer at once helps.
 */
const PASSING = /^(08|40|53|55|57(?!014)|58)/

/** What a code of Postgres looks like; the codes of a connection (EPIPE) have no figure. */
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/

/** Why items could not be erased: the table that refused, or Postgres' code. Null when the whole run is to be tried again. */
export const refusalOf = (error: unknown): string | null => {
  if (error instanceof TableRefused) return error.table
  const hidden =
    error instanceof Error ? /Postgres refused a statement: (\w+)$/.exec(error.message) : null
  const code = hidden?.[1] ?? errorName(error)
  return SQL_STATE.test(code) && !PASSING.test(code) ? code : null
}
