import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { Turns } from "../../shared/turns"
import { processNetsReceipts } from "./process-receipts"

/** More would take the processor and the connections from webhooks that are still to be stored. */
const SESSIONS_AT_ONCE = 2

const turnsOfPools = new WeakMap<Knex, Turns>()

const turnsOf = (connection: Knex): Turns => {
  const known = turnsOfPools.get(connection)
  if (known) return known
  const turns = new Turns(SESSIONS_AT_ONCE)
  turnsOfPools.set(connection, turns)
  return turns
}

/**
 * Works off the webhooks of a session when it is its turn in this process, and returns at once. What waits stands in the
 * inbox, from which the job works it off when the process is killed.
 */
export const workOffSoon = (container: MedusaContainer, sessionId: string): void => {
  turnsOf(postgres(container)).add(sessionId, (id) => processNetsReceipts(container, id))
}
