import type { MedusaContainer } from "@medusajs/framework/types"
import { requeue } from "../../shared/outbox"
import { postgres } from "../../shared/postgres"
import { NETS_INBOX } from "./outbox"
import { processNetsReceipts } from "./process-receipts"

/** Works on one webhook again at once, whatever came of it before. */
export const retryNetsReceipt = async (
  container: MedusaContainer,
  receipt: { id: string; session_id: string }
): Promise<void> => {
  await requeue(postgres(container), NETS_INBOX, receipt.id)
  await processNetsReceipts(container, receipt.session_id)
}
