import type { MedusaContainer } from "@medusajs/framework/types"
import { invalidField } from "../../../shared/errors"
import { findCustomerCredit } from "../../invoice"
import { personalDataSettings } from "../../personal-data"
import { findPeople } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

type Rule = { da: string; en: string }

const LIMIT: Rule = {
  da: "Køb på faktura afvises automatisk, når grænsen for kontoen er nået.",
  en: "Buying on invoice is refused automatically once the account's limit is reached.",
}

/** Decisions about the person that no human takes: the store's own rules, and the limit of buying on invoice. */
export const automatedRules = async (
  container: MedusaContainer,
  customers: readonly string[]
): Promise<Rule[]> => {
  const credits = await Promise.all(customers.map((id) => findCustomerCredit(container, id)))
  const hasLimit = credits.some(({ credit }) => credit !== null)
  return [...personalDataSettings(container).automatedDecisions, ...(hasLimit ? [LIMIT] : [])]
}

/** A human has looked at what was decided by machine (Art. 22(3)). What they change, they change where it is kept. */
export const fulfilAutomated = async ({
  container,
  subject,
  body,
  actor,
}: NamedFulfilment): Promise<Fulfilled> => {
  const { decision } = body
  if (decision === undefined) throw invalidField("decision", "missing", "say what was decided.")
  const { customers } = await findPeople(container, subject)
  const rules = await automatedRules(container, customers)
  return { outcome: { kind: "objection_automated", rules, decision, reviewed_by: actor } }
}
