import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { countSuppressed, findSuppressed } from "../../modules/consent/suppressions"
import { objectByAddress } from "../../modules/consent/withdraw"
import { invalidField } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** One address; a phone counts as Danish without a country code. */
export type SuppressionAddress = { email: string } | { phone: string }

const plain = (address: SuppressionAddress): SuppressionAddress => {
  if ("email" in address) return { email: address.email.trim().toLowerCase() }
  const phone = plainPhone(address.phone)
  if (phone === null) throw invalidField("phone", "invalid", "is not a phone number.")
  return { phone }
}

/**
 * An objection that a call or a letter brought to staff. It holds for every purpose and channel and for all that is known at an
 * e-mail, and it outlives an erasure. Of a phone it holds for whoever is reached there, as long as they are. The same again changes
 * nothing.
 *
 * @throws MedusaError invalid_data naming `phone`
 */
export const enterObjection = async (
  container: MedusaContainer,
  address: SuppressionAddress
): Promise<void> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  await objectByAddress(postgres(container), settings, plain(address))
}

/** Whether an address objected. Throws invalid_data naming `phone`. */
export const isSuppressed = async (
  container: MedusaContainer,
  address: SuppressionAddress
): Promise<boolean> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const known = plain(address)
  const text = "email" in known ? known.email : known.phone
  return (await findSuppressed(postgres(container), settings, [text])).size > 0
}

/** How many addresses objected. */
export const countObjections = (container: MedusaContainer): Promise<number> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return countSuppressed(postgres(container), settings.controller.id)
}
