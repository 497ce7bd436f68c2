import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../../shared/postgres"

/** Notes that the owner of a cart's account changed it while logged in. Nothing for a cart that is not theirs. */
export const noteCartLogin = async (
  container: MedusaContainer,
  cartId: string,
  customerId: string
): Promise<void> => {
  await postgres(container).raw(
    `INSERT INTO dk_personal_data_cart_login (id, customer_id)
     SELECT id, customer_id FROM cart WHERE id = ? AND customer_id = ? ON CONFLICT (id) DO NOTHING`,
    [cartId, customerId]
  )
}
