import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { aboutsAt, withdrawAtAddresses } from "../../modules/consent/withdraw-by-staff"
import type { StatedConsent, Withdrawal } from "../../modules/consent/withdraw-by-staff"
import { objectAtAddresses } from "../../modules/consent/withdraw"
import type { SaidIn } from "../../modules/consent/withdraw"
import { postgres } from "../../shared/postgres"
import type { SuppressionAddress } from "./suppressions"

/** What is no phone number reaches nobody. */
const plainAddresses = (addresses: readonly SuppressionAddress[]): SuppressionAddress[] =>
  addresses.flatMap((address): SuppressionAddress[] => {
    if ("email" in address) return [{ email: address.email.trim().toLowerCase() }]
    const phone = plainPhone(address.phone)
    return phone === null ? [] : [{ phone }]
  })

/** What the person at some addresses has said of marketing, and how it stands now. */
export const readConsentsAt = (
  container: MedusaContainer,
  addresses: readonly SuppressionAddress[]
): Promise<StatedConsent[]> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return aboutsAt(postgres(container), settings, plainAddresses(addresses))
}

/**
 * A withdrawal that staff enters or the person's own request brings: of all that the person at the addresses has consented to,
 * or of some purposes. Whoever shares a phone with them is not touched. The same again changes nothing.
 *
 * @returns what stands withdrawn now
 */
export const withdrawConsents = (
  container: MedusaContainer,
  addresses: readonly SuppressionAddress[],
  withdrawal: Withdrawal
): Promise<{ purpose: string; channel: string }[]> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  return withdrawAtAddresses(postgres(container), settings, plainAddresses(addresses), withdrawal)
}

/**
 * An objection to all marketing by one person with some addresses (GDPR Art. 21(2)-(3)). It outlives an erasure. Whoever shares a
 * phone with them keeps their e-mails; no texts go to the number. The same again changes nothing.
 *
 * @returns how many addresses it was entered for: what is no phone number reaches nobody
 */
export const objectForPerson = async (
  container: MedusaContainer,
  addresses: readonly SuppressionAddress[],
  place: SaidIn
): Promise<number> => {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const plain = plainAddresses(addresses)
  await objectAtAddresses(postgres(container), settings, plain, place)
  return plain.length
}
