import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { postgres, selectRows } from "../../shared/postgres"

const EVENT = "dk_invoice.requested"

/**
 * Emits `dk_invoice.requested` with `{ id }` for requests, and notes that it did: a process that is killed in between is made
 * good by the repair job, so an event comes at least once. The document is not in it: a queue may keep its jobs for long, and
 * the document can name a person. It is read by `findInvoiceRequest` or its route.
 */
export const tellRequests = async (
  container: MedusaContainer,
  ids: readonly string[]
): Promise<void> => {
  for (const id of ids) {
    await container.resolve(Modules.EVENT_BUS).emit({ name: EVENT, data: { id } })
    await postgres(container).raw(
      "UPDATE dk_invoice_request SET told_at = now(), updated_at = now() WHERE id = ? AND told_at IS NULL",
      [id]
    )
  }
}

/** Tells of requests whose event is not known to have been emitted; for the job. */
export const tellUntoldRequests = async (container: MedusaContainer): Promise<void> => {
  const rows = await selectRows<{ id: string }>(
    postgres(container),
    "SELECT id FROM dk_invoice_request WHERE told_at IS NULL ORDER BY id"
  )
  await tellRequests(
    container,
    rows.map(({ id }) => id)
  )
}
