import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { afterSettlement } from "../../modules/nets/domain/settlement"
import { errorName } from "../../shared/errors"
import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../shared/outbox"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { followNetsPayment } from "./follow-payment"
import { leaveOpen, NETS_INBOX } from "./outbox"

type Receipt = { id: string; session_id: string; payment_id: string; event: string }

const BATCH = 100

/**
 * Works off the waiting webhooks of a session: several that wait together are one look at the payment. Never
 * throws; what failed comes again by the job.
 */
export const processNetsReceipts = async (
  container: MedusaContainer,
  sessionId: string
): Promise<void> => {
  try {
    await workOff(container, sessionId)
  } catch (error) {
    log(container, sessionId, errorName(error))
  }
}

const log = (container: MedusaContainer, sessionId: string, reason: string): void => {
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.warn(`nets: session ${sessionId} could not be settled (${reason}); it is tried again`)
}

const alarm = (container: MedusaContainer, sessionId: string, outcome: string): void => {
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  logger.error(`nets: session ${sessionId} holds money without an order (${outcome})`)
}

/** Records what came of claimed webhooks, and tells whether staff has to look at them. */
const file = async (
  connection: Knex,
  receipts: readonly Receipt[],
  outcome: string
): Promise<boolean> => {
  const idsFor = (next: ReturnType<typeof afterSettlement>): string[] =>
    receipts.filter(({ event }) => afterSettlement(event, outcome) === next).map(({ id }) => id)
  const open = idsFor("open")
  await recordFailure(connection, NETS_INBOX, idsFor("again"), outcome)
  await leaveOpen(connection, NETS_INBOX, open, outcome)
  await recordOutcome(connection, NETS_INBOX, idsFor("done"), outcome)
  return open.length > 0
}

const workOff = async (container: MedusaContainer, sessionId: string): Promise<void> => {
  const connection = postgres(container)
  for (;;) {
    const receipts = await claimGroup<Receipt>(connection, NETS_INBOX, sessionId)
    const [first] = receipts
    if (!first) return
    const ids = receipts.map(({ id }) => id)
    try {
      const outcome = await followNetsPayment(container, {
        session_id: sessionId,
        payment_id: first.payment_id,
      })
      if (await file(connection, receipts, outcome)) alarm(container, sessionId, outcome)
    } catch (error) {
      const reason = errorName(error)
      log(container, sessionId, reason)
      await recordFailure(connection, NETS_INBOX, ids, reason)
    }
  }
}

/** Works off everything that is due, session by session. */
export const processDueNetsReceipts = async (container: MedusaContainer): Promise<void> => {
  const sessions = await dueGroups(postgres(container), NETS_INBOX, BATCH)
  for (const sessionId of sessions) await processNetsReceipts(container, sessionId)
}
