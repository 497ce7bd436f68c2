import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { NetsWebhook } from "../../modules/nets/domain/webhook"
import { postgres } from "../../shared/postgres"
import { NETS_INBOX } from "./outbox"

/**
 * Commits a webhook to the inbox: ids and amount only. The same event again is the same row.
 *
 * @returns once it is on disk, so that Nets may be told it arrived
 */
export const receiveNetsWebhook = async (
  container: MedusaContainer,
  sessionId: string,
  webhook: NetsWebhook
): Promise<void> => {
  const row = {
    id: generateEntityId(undefined, "dknetsrec"),
    session_id: sessionId,
    event: webhook.event,
    event_id: webhook.event_id,
    payment_id: webhook.payment_id,
    occurred_at: webhook.occurred_at ?? null,
    amount: webhook.amount ?? null,
    currency_code: webhook.currency?.toLowerCase() ?? null,
    charge_id: webhook.charge_id ?? null,
    refund_id: webhook.refund_id ?? null,
    cancel_id: webhook.cancel_id ?? null,
    error_code: webhook.error_code ?? null,
  }
  await postgres(container)(NETS_INBOX.table)
    .insert(row)
    .onConflict(["session_id", "event", "event_id"])
    .ignore()
}
