import type { MedusaContainer } from "@medusajs/framework/types"
import type { Recipient } from "../../modules/personal-data"
import { registeredRecipients } from "../../modules/personal-data/registry"
import { personalDataSettings } from "./personal-data-settings"

/** Who gets data from the store, as its code and its options say: `safeguard` may be undefined. */
export type KnownRecipient = Omit<Recipient, "safeguard"> & { safeguard?: string | undefined }

/** Recipients that domains and plugins register, and those of the option `personalData.recipients`. */
export const knownRecipients = (container: MedusaContainer): KnownRecipient[] => [
  ...registeredRecipients(),
  ...personalDataSettings(container).recipients,
]
