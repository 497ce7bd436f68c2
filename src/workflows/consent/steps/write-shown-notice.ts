import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CONSENT_MODULE } from "../../../modules/consent"
import type { ConsentModuleService } from "../../../modules/consent"
import { chooseShown } from "../../../modules/consent/domain/choose-notice"
import type { Purchase } from "../../../modules/consent/record-purchase"
import { mailSubscription } from "../subscribe"
import { findAssumable, versionsOf } from "../notice-versions"

/** Writes the evidence of a purchase. Without compensation: what happened, happened. */
export const dkWriteShownNoticeStep = createStep(
  "dk-write-shown-notice",
  async (purchase: Purchase, { container }) => {
    const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
    if (!service.settings.enabled) return new StepResponse({ recorded: false })
    const { cart_id: cartId, locale, placed_at: at } = purchase
    const shown = chooseShown(
      { on_screen: cartId !== null, locale, at },
      cartId === null ? [] : versionsOf(await service.findNoticesOfCart(cartId)),
      await findAssumable(service),
      service.settings.locales
    )
    const choices = cartId === null ? [] : await service.findChoicesOfCart(cartId)
    const { written, waiting } = await service.recordPurchase(purchase, { shown, choices })
    for (const id of waiting) await mailSubscription(container, id)
    return new StepResponse({ recorded: written > 0 })
  }
)
