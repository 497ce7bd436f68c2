import { errorName } from "../../../shared/errors"

/** Wrong values, a constraint, wrong SQL or missing rights: trying again soon does not help. */
const LASTING = /^(22|23|42)/

/** Postgres refuses a statement that the map makes of a table. Names the table, never a value. */
export class TableRefused extends Error {
  constructor(
    readonly table: string,
    sqlState: string
  ) {
    super(`table "${table}": Postgres refused a statement (${sqlState})`)
    this.name = "TableRefused"
  }
}

/**
 * The result of a statement over one table of the map.
 *
 * @throws TableRefused when the statement will fail again; other errors as they are
 */
export const inTable = async <Value>(table: string, work: PromiseLike<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    const name = errorName(error)
    throw LASTING.test(name) ? new TableRefused(table, name) : error
  }
}
