import { invalidField } from "../../../shared/errors"
import { automatedDecisionsOf } from "../../personal-data"
import { findPeople } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

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
  const rules = await automatedDecisionsOf(container, customers)
  return { outcome: { kind: "objection_automated", rules, decision, reviewed_by: actor } }
}
