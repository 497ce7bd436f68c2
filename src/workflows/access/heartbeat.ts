import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"

const ID = "jobs"

/** Says that a worker runs jobs now. */
export const noteHeartbeat = async (container: MedusaContainer): Promise<void> => {
  await selectRows(
    postgres(container),
    "INSERT INTO dk_access_heartbeat (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET updated_at = now()",
    [ID]
  )
}

/** Since a worker last ran jobs, by the database's clock; null when none ever did. */
export const secondsSinceHeartbeat = async (container: MedusaContainer): Promise<number | null> => {
  const [row] = await selectRows<{ seconds: number }>(
    postgres(container),
    "SELECT extract(epoch FROM now() - updated_at)::int AS seconds FROM dk_access_heartbeat WHERE id = ?",
    [ID]
  )
  return row?.seconds ?? null
}
