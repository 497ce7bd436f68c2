import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../../shared/postgres"
import { whileLocked } from "../../shared/session-locks"

/**
 * What staff and jobs do to one request, one at a time over all servers: nobody refuses what is being carried out.
 *
 * @throws conflict `busy` when it does not come free within a minute
 */
export const inTurnOf = <Value>(
  container: MedusaContainer,
  id: string,
  work: () => Promise<Value>
): Promise<Value> => whileLocked(postgres(container), `dk_subject_request:${id}`, work)
