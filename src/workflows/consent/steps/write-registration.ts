import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CONSENT_MODULE } from "../../../modules/consent"
import type { ConsentModuleService } from "../../../modules/consent"
import { chooseShown } from "../../../modules/consent/domain/choose-notice"
import type { Registration } from "../../../modules/consent/registrations"
import { findAssumable, versionsOf } from "../notice-versions"

/** Writes the evidence of a registration. Without compensation: what happened, happened. */
export const dkWriteRegistrationStep = createStep(
  "dk-write-registration",
  async (registration: Registration | null, { container }) => {
    const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
    if (registration === null || !service.settings.enabled) {
      return new StepResponse({ recorded: false })
    }
    const asserted = await Promise.all(
      registration.logins.map((login) => service.findNoticesOfLogin(login))
    )
    const isOnScreen = registration.logins.length > 0
    const shown = chooseShown(
      { on_screen: isOnScreen, locale: null, at: registration.made_at },
      versionsOf(asserted.flat()),
      await findAssumable(service),
      service.settings.locales
    )
    const written = await service.recordRegistration(registration, shown)
    return new StepResponse({ recorded: written > 0 })
  }
)
