import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { invalidField } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"

const CART = `
  SELECT c.id, EXISTS (
      SELECT 1 FROM dk_consent_notice n
      WHERE n.controller_id = :controller AND n.kind = 'privacy' AND n.effective_from <= now()) AS is_in_force, EXISTS (
      SELECT 1 FROM dk_consent_cart_notice s JOIN dk_consent_notice n ON n.id = s.notice_id
      WHERE s.cart_id = c.id AND n.kind = 'privacy') AS is_shown
  FROM cart_payment_collection l JOIN cart c ON c.id = l.cart_id
  WHERE l.payment_collection_id = :collection AND l.deleted_at IS NULL`

/**
 * Before a cart is paid for its checkout must have said which privacy notice it shows, where the shop asks for that. A shop
 * without a notice in force is not stopped by it.
 *
 * @throws MedusaError naming `notices`, code `notice_not_shown`
 */
export const requireShownNotice = async (
  container: MedusaContainer,
  paymentCollectionId: string
): Promise<void> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  if (!settings.enabled || !settings.requireNotice) return
  const [cart] = await selectRows<{ is_in_force: boolean; is_shown: boolean }>(
    postgres(container),
    CART,
    { controller: settings.controller.id, collection: paymentCollectionId }
  )
  if (!cart?.is_in_force || cart.is_shown) return
  const message = "The checkout has not said which privacy notice it shows."
  throw invalidField("notices", "notice_not_shown", message)
}
