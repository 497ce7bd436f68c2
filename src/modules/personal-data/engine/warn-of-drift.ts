import type { Logger } from "@medusajs/framework/types"
import { errorName } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { findDrift } from "./drift"

/** So many columns are named in the log; the command and the admin page name all. */
const NAMED = 10

/**
 * Says at the start of the store which columns of its database nobody has classified. Names of columns only, never what
 * is in them; and whatever happens here, the store starts.
 */
export const warnOfDrift = async (
  connection: Knex,
  logger: Pick<Logger, "warn">
): Promise<void> => {
  try {
    const { unclassified } = await findDrift(connection)
    if (unclassified.length === 0) return
    const names = unclassified.slice(0, NAMED).map(({ table, column }) => `${table}.${column}`)
    const more = unclassified.length - names.length
    logger.warn(
      `dk_personal_data: ${unclassified.length.toString()} columns are not classified and count as personal data that no erasure covers: ` +
        `${names.join(", ")}${more > 0 ? ` and ${more.toString()} more` : ""}. ` +
        "`npx medusa-plugin-denmark classify` prints their declarations."
    )
  } catch (error) {
    logger.warn(`dk_personal_data: columns could not be compared with the map: ${errorName(error)}`)
  }
}
