import type { MedusaRequest } from "@medusajs/framework/http"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"

/** Id of the customer in the path. Throws not_found for an unknown or deleted one. */
export const requireCustomer = async ({
  params,
  scope,
}: Pick<MedusaRequest, "params" | "scope">): Promise<string> => {
  const [customer] = await selectRows<{ id: string }>(
    postgres(scope),
    "SELECT id FROM customer WHERE id = ? AND deleted_at IS NULL",
    [params.id ?? ""]
  )
  if (!customer) throw notFound("The customer was not found.")
  return customer.id
}
