import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { handOver } from "../../modules/personal-data/engine/hand-over"
import type { HandOverRow } from "../../modules/personal-data/engine/hand-over"
import { postgres } from "../../shared/postgres"
import type { AdminCreateHandOver, AdminHandOver } from "../../types/http"
import { forgetExportFiles } from "./forget-export-files"
import { runOptions } from "./personal-data-settings"

const toHandOver = ({ body, ...row }: HandOverRow): AdminHandOver => ({
  ...body,
  id: row.id,
  customer_id: row.customer_id,
  requested_by: row.requested_by,
  complete: row.complete,
  created_at: row.created_at.toISOString(),
})

type Request = Omit<AdminCreateHandOver, "phone"> & { phone?: string | undefined }

/**
 * Gives a company's account to a new contact and tells search and other copies. Repeated, it only tells them again.
 * Throws not_found, invalid_data `customer_id` or `email`, and the conflicts `account_held` and `erasure_open`.
 */
export const handOverAccount = async (
  container: MedusaContainer,
  { customer_id, email, first_name, last_name, phone }: Request,
  requestedBy: string
): Promise<AdminHandOver> => {
  const options = runOptions(container)
  const done = await handOver(postgres(container), {
    customerId: customer_id,
    email,
    firstName: first_name,
    lastName: last_name,
    phone: phone ?? null,
    requestedBy,
    ...options,
    // Order exports name the old contact. What cannot be deleted now the hourly job tries again.
    forgetFiles: () => forgetExportFiles(container, options.now),
  })
  await container
    .resolve(Modules.EVENT_BUS)
    .emit([
      ...done.erasedCustomers.map((id) => ({ name: "customer.deleted", data: { id } })),
      { name: "customer.updated", data: { id: customer_id } },
      { name: "dk_personal_data.handed_over", data: { id: done.handOver.id } },
    ])
  return toHandOver(done.handOver)
}
