import type { Knex } from "../../../shared/postgres"

/** Notes in which month an account was used; it only goes forward. */
export const noteAccountVisit = async (
  connection: Knex,
  customerId: string,
  month: string
): Promise<void> => {
  await connection.raw(
    `INSERT INTO dk_personal_data_account_visit AS v (id, month)
     SELECT c.id, ? FROM customer c WHERE c.id = ? AND c.has_account
     ON CONFLICT (id) DO UPDATE SET month = excluded.month, updated_at = now() WHERE v.month < excluded.month`,
    [month, customerId]
  )
}

/** Notes this month for every account of which none is noted. */
export const VISITED_UNTIL_NOW = `
  INSERT INTO dk_personal_data_account_visit (id, month)
  SELECT c.id, to_char(now() AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM') FROM customer c WHERE c.has_account
  ON CONFLICT (id) DO NOTHING`
