import { isMedusaErrorOf } from "../../../shared/errors"
import { enterObjection, withdrawConsents } from "../../consent"
import type { SuppressionAddress } from "../../consent"
import { findPeople } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

/** What the person's own confirmation carries out was not said to staff. */
const saidIn = (actor: string) => (actor === "system" ? "request" : "staff")

/** What is no phone number reaches nobody. @returns whether it was an address */
const object = async (
  { container, actor }: NamedFulfilment,
  address: SuppressionAddress
): Promise<boolean> => {
  try {
    await enterObjection(container, address, saidIn(actor))
    return true
  } catch (error) {
    if ("phone" in address && isMedusaErrorOf(error, "invalid_data")) return false
    throw error
  }
}

/** All marketing ends at once (Art. 21(2)-(3)), also for an address that nobody is known at. */
export const fulfilObjection = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, subject } = fulfilment
  let reached = 0
  for (const address of (await findPeople(container, subject)).addresses) {
    if (await object(fulfilment, address)) reached += 1
  }
  return { outcome: { kind: "objection_marketing", addresses: reached } }
}

/** Consents end, all or those of some purposes (Art. 7(3)). */
export const fulfilWithdrawal = async ({
  container,
  subject,
  body,
  actor,
}: NamedFulfilment): Promise<Fulfilled> => {
  const { addresses } = await findPeople(container, subject)
  const withdrawn = await withdrawConsents(container, addresses, {
    purposes: body.purposes,
    place: saidIn(actor),
  })
  return { outcome: { kind: "consent_withdrawal", withdrawn } }
}
