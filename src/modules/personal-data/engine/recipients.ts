import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { ToldRecipient } from "../domain/export/information"
import type { PersonalDataSettings } from "../options"
import { registeredRecipients, registeredRegisters } from "../registry"

type Connection = Knex | Knex.Transaction

type RegisterRow = Omit<ToldRecipient, "safeguard"> & {
  safeguard: string | null
  is_active: boolean
}

const registerRows = async (
  connection: Connection,
  controllerId: string
): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = []
  for (const { sql } of registeredRegisters()) {
    rows.push(...(await selectRows<RegisterRow>(connection, sql, { controller: controllerId })))
  }
  return rows
}

/**
 * Who gets personal data from the store (Art. 15(1)(c), 30(1)(d)): as the register has them that staff keeps, and those whom
 * domains, plugins or the options name and the register does not know. Whom staff took out of use gets nothing more and is left out.
 */
export const findRecipients = async (
  connection: Connection,
  { controller, recipients }: Pick<PersonalDataSettings, "controller" | "recipients">
): Promise<ToldRecipient[]> => {
  const rows = await registerRows(connection, controller.id)
  const known = new Set(rows.map(({ name }) => name.toLowerCase()))
  return [
    ...rows
      .filter((row) => row.is_active)
      .map(({ name, role, purposes, country, safeguard }) => ({
        ...{ name, role, purposes, country, safeguard: safeguard ?? undefined },
      })),
    ...[...registeredRecipients(), ...recipients].filter(
      ({ name }) => !known.has(name.toLowerCase())
    ),
  ]
}
