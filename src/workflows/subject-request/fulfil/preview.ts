import type { MedusaContainer } from "@medusajs/framework/types"
import { readRequest } from "../../../modules/subject-request/requests"
import { isMedusaErrorOf } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type { AdminSubjectRequestPreview } from "../../../types/http"
import { isSuppressed, readConsentsAt } from "../../consent"
import type { SuppressionAddress } from "../../consent"
import { automatedDecisionsOf, countHeldOf, previewErasureOf } from "../../personal-data"
import { exportOf } from "./copies"
import { requireSubject } from "./fulfil"
import { findPeople } from "./people"
import { planRectification } from "./rectification"
import { restrictedOf } from "./restriction"
import type { FulfilBody, NamedFulfilment } from "./types"

const objects = async (
  container: MedusaContainer,
  address: SuppressionAddress
): Promise<boolean> => {
  try {
    return await isSuppressed(container, address)
  } catch (error) {
    if ("phone" in address && isMedusaErrorOf(error, "invalid_data")) return true
    throw error
  }
}

const previewOf = async (fulfilment: NamedFulfilment): Promise<AdminSubjectRequestPreview> => {
  const { container, row, subject, body } = fulfilment
  const { kind } = row
  switch (kind) {
    case "information":
      return { kind }
    case "access":
    case "portability":
      return { kind, held: await countHeldOf(container, exportOf(fulfilment, kind)) }
    case "erasure": {
      const asked = { ...subject, override_blocks: body.override_blocks, grace_hours: 0 }
      return { kind, erasure: await previewErasureOf(container, asked) }
    }
    case "rectification": {
      const { targets, invoices } = await planRectification(fulfilment)
      const order_ids = targets.orders.map(({ order_id }) => order_id)
      return { kind, fields: targets.fields, order_ids, invoices_to_correct: invoices }
    }
    case "restriction": {
      const people = await findPeople(container, subject)
      const { customers, orders, email } = restrictedOf(people, subject.email)
      return { kind, customer_ids: customers, order_ids: orders, by_email: email !== null }
    }
    case "objection_marketing": {
      const { addresses } = await findPeople(container, subject)
      const said = await Promise.all(addresses.map((address) => objects(container, address)))
      return { kind, addresses: addresses.length, already_objected: !said.includes(false) }
    }
    case "objection_automated": {
      const { customers } = await findPeople(container, subject)
      return { kind, rules: await automatedDecisionsOf(container, customers) }
    }
    case "consent_withdrawal": {
      const { addresses } = await findPeople(container, subject)
      return { kind, consents: await readConsentsAt(container, addresses) }
    }
  }
}

/**
 * What carrying a request out would do now; nothing is written.
 *
 * @throws not_found, invalid_data naming the field
 */
export const previewRequest = async (
  container: MedusaContainer,
  { id, body, actor }: { id: string; body: FulfilBody; actor: string }
): Promise<AdminSubjectRequestPreview> => {
  const known = await readRequest(postgres(container), id)
  if (known.row.kind === "information") return { kind: "information" }
  const subject = requireSubject(known, body)
  return previewOf({ container, row: known.row, subject, body, actor })
}
