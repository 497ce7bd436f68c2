import type { MedusaContainer } from "@medusajs/framework/types"
import type { DoctorFacts } from "../../../modules/access/domain/doctor/facts"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { listRoles } from "../roles"

/** The connection that asks; one to this machine, or through a file, needs no encryption. */
export const readConnection = async (
  connection: Knex
): Promise<Pick<DoctorFacts["database"], "isEncrypted" | "isLocal">> => {
  const [row] = await selectRows<{ encrypted: boolean | null; local: boolean }>(
    connection,
    `SELECT (SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()) AS encrypted,
            coalesce(host(inet_server_addr()) = '::1' OR inet_server_addr() << '127.0.0.0/8', true) AS local`
  )
  return { isEncrypted: row?.encrypted === true, isLocal: row?.local === true }
}

export const countEmailProviders = async (connection: Knex): Promise<number> => {
  const [row] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count FROM notification_provider
      WHERE is_enabled AND deleted_at IS NULL AND 'email' = ANY(channels)`
  )
  return row?.count ?? 0
}

/** What Medusa knows of VAT in Denmark. */
export const readVat = async (connection: Knex): Promise<DoctorFacts["vat"]> => {
  const [row] = await selectRows<{ sells: boolean; rate: boolean }>(
    connection,
    `SELECT EXISTS (SELECT FROM region_country c JOIN region r ON r.id = c.region_id
                     WHERE c.iso_2 = 'dk' AND r.deleted_at IS NULL) AS sells,
            EXISTS (SELECT FROM tax_rate t JOIN tax_region a ON a.id = t.tax_region_id
                     WHERE a.country_code = 'dk' AND a.parent_id IS NULL AND t.is_default AND t.rate > 0
                       AND t.deleted_at IS NULL AND a.deleted_at IS NULL) AS rate`
  )
  return { sellsInDenmark: row?.sells === true, hasDanishRate: row?.rate === true }
}

/** About how many orders there are: what Postgres counted when it last looked. */
export const estimateOrders = async (connection: Knex): Promise<number> => {
  const [row] = await selectRows<{ count: number }>(
    connection,
    `SELECT greatest(reltuples, 0)::int AS count FROM pg_class WHERE oid = to_regclass('"order"')`
  )
  return row?.count ?? 0
}

/** Where Medusa's RBAC decides, who sees everyone is not known here. */
export const readStaff = async (container: MedusaContainer): Promise<DoctorFacts["staff"]> => {
  const { staff, see_everyone: seeEveryone, platform_rbac: isRbacOn } = await listRoles(container)
  return {
    users: staff.length,
    unlimited: staff.filter(({ role, sees_everyone }) => role === null && sees_everyone === true)
      .length,
    seeEveryone,
    isRbacOn,
  }
}
