import type { MedusaContainer } from "@medusajs/framework/types"
import { findDrift } from "../../modules/personal-data/engine/drift"
import type { Drift } from "../../modules/personal-data/engine/drift"
import { describeMap } from "./describe-map"
import { readSchema } from "../../modules/personal-data/engine/schema"
import { registeredTables } from "../../modules/personal-data/registry"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminDataMapTable } from "../../types/http"

/** The map as it stands in this process: tables, columns and what happens to them. */
export const readDataMap = async (container: MedusaContainer): Promise<AdminDataMapTable[]> => {
  const { all } = await readSchema(postgres(container))
  return registeredTables().map((map) => describeMap(map, all))
}

/** Columns of the database that the map does not know, and the other way round. */
export const readDrift = (container: MedusaContainer): Promise<Drift> =>
  findDrift(postgres(container))

/**
 * True for an account that was erased, or for a login of an account that was handed over: tokens are still signed,
 * but nobody stands behind them.
 */
export const isErasedActor = async (
  container: MedusaContainer,
  actorId: string,
  loginId: string
): Promise<boolean> => {
  const rows = await selectRows(
    postgres(container),
    "SELECT 1 FROM dk_personal_data_erased_actor WHERE id IN (?, ?)",
    [actorId, `${actorId}:${loginId}`]
  )
  return rows.length > 0
}

/** True for a login that is no longer there: erased, or deleted by Medusa. */
export const isLoginGone = async (
  container: MedusaContainer,
  authIdentityId: string
): Promise<boolean> => {
  const rows = await selectRows(postgres(container), "SELECT 1 FROM auth_identity WHERE id = ?", [
    authIdentityId,
  ])
  return rows.length === 0
}
