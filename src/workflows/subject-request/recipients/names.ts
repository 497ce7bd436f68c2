import type { MedusaContainer } from "@medusajs/framework/types"
import { knownRecipients } from "../../personal-data"

/** Names of the companies that are told of an erasure, a correction or a restriction (GDPR Art. 19). */
export const toldRecipients = (container: MedusaContainer): Promise<string[]> =>
  Promise.resolve([...new Set(knownRecipients(container).map(({ name }) => name))].sort())
