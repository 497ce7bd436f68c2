import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Registration } from "../../../modules/consent/registrations"
import { postgres, selectRows } from "../../../shared/postgres"

type Row = Omit<Registration, "made_at"> & { made_at: Date }

/** Logins carry the id of their customer as text in what the app knows of them. */
const ACCOUNT = `
  SELECT p.id AS customer_id, p.created_at AS made_at, ARRAY(
      SELECT a.id FROM auth_identity a WHERE a.app_metadata ->> 'customer_id' = p.id AND a.deleted_at IS NULL
    ) AS logins
  FROM customer p WHERE p.id = ? AND p.has_account AND p.deleted_at IS NULL`

const gatherRegistration = async (
  container: MedusaContainer,
  customerId: string
): Promise<Registration | null> => {
  const [row] = await selectRows<Row>(postgres(container), ACCOUNT, [customerId])
  return row ? { ...row, made_at: row.made_at.toISOString() } : null
}

/** Reads the registration from the account; null for a guest. */
export const dkGatherRegistrationStep = createStep(
  "dk-gather-registration",
  async ({ customer_id }: { customer_id: string }, { container }) =>
    new StepResponse(await gatherRegistration(container, customer_id))
)
