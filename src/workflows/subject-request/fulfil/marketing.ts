import { objectForPerson, withdrawConsents } from "../../consent"
import { findPeople } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

/** What the person's own confirmation carries out was not said to staff. */
const saidIn = (actor: string) => (actor === "system" ? "request" : "staff")

/** All marketing ends at once (Art. 21(2)-(3)), also for an address that nobody is known at. */
export const fulfilObjection = async ({
  container,
  subject,
  actor,
}: NamedFulfilment): Promise<Fulfilled> => {
  const { addresses } = await findPeople(container, subject)
  const reached = await objectForPerson(container, addresses, saidIn(actor))
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
