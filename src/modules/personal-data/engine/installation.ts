import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectIds } from "./find-person"

const TABLE = "dk_personal_data_installation"

type Connection = Knex | Knex.Transaction

const newId = (): string => generateEntityId(undefined, "dkinst")

/** The installations whose lines of the ledger this database believes, its own first. */
export const readInstallations = (connection: Connection): Promise<string[]> =>
  selectIds(connection, `SELECT id FROM ${TABLE} ORDER BY is_own DESC, created_at, id`)

/** The installation whose lines this database writes. The migration names it; an emptied table gets a new one. */
export const ownInstallation = async (connection: Connection): Promise<string> => {
  await connection.raw(
    `INSERT INTO ${TABLE} (id, is_own) SELECT ?, true WHERE NOT EXISTS (SELECT 1 FROM ${TABLE} WHERE is_own) ON CONFLICT DO NOTHING`,
    [newId()]
  )
  const [own = ""] = await readInstallations(connection)
  return own
}

/** From now on lines of another installation are believed too: the one this store was before its database was lost. */
export const continueInstallation = async (connection: Connection, id: string): Promise<void> => {
  await connection.raw(
    `INSERT INTO ${TABLE} (id, is_own) VALUES (?, false) ON CONFLICT DO NOTHING`,
    [id]
  )
}

/**
 * Makes this database an installation of its own: it still believes the lines of the one it was copied from, which does
 * not believe what is written from now on.
 *
 * @returns the new id
 */
export const becomeCopy = (connection: Knex): Promise<string> =>
  connection.transaction(async (transaction) => {
    await transaction(TABLE).where({ is_own: true }).update({ is_own: false })
    const id = newId()
    await transaction(TABLE).insert({ id, is_own: true })
    return id
  })
