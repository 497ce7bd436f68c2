import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { aboutsAt, withdrawAtAddresses } from "../../modules/consent/withdraw-by-staff"
import type { StatedConsent } from "../../modules/consent/withdraw-by-staff"
import { postgres } from "../../shared/postgres"
import type { SuppressionAddress } from "./suppressions"

/** What is no phone number reaches nobody. */
const plainAddresses = (addresses: readonly SuppressionAddress[]): SuppressionAddress[] =>
  addresses.flatMap((address): SuppressionAddress[] => {
    if ("email" in address) return [{ email: address.email.trim().toLowerCase() }]
    const phone = plainPhone(address.phone)
    return phone === null ? [] : [{ phone }]
  })

/** What the people at some addresses have said of marketing, and how it stands now. */
export const readConsentsAt = (
  container: MedusaContainer,
  addresses: readonly SuppressionAddress[]
): Promise<StatedConsent[]> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return aboutsAt(postgres(container), settings, plainAddresses(addresses))
}

/**
 * Staff enters a withdrawal that a call or a letter brought: of all that stands given at the addresses, or of some purposes.
 * The same again changes nothing.
 *
 * @returns what stands withdrawn now
 */
export const withdrawConsents = (
  container: MedusaContainer,
  addresses: readonly SuppressionAddress[],
  purposes?: readonly string[]
): Promise<{ purpose: string; channel: string }[]> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return withdrawAtAddresses(postgres(container), settings, plainAddresses(addresses), purposes)
}
