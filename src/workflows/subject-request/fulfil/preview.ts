import type { MedusaContainer } from "@medusajs/framework/types"
import type { RequestKind } from "../../../modules/subject-request/domain/kinds"
import { readRequest } from "../../../modules/subject-request/requests"
import { isMedusaErrorOf } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type {
  AdminSubjectRequestPreview,
  AdminSubjectRequestPreviewResponse,
} from "../../../types/http"
import { isSuppressed, readConsentsAt } from "../../consent"
import type { SuppressionAddress } from "../../consent"
import { automatedDecisionsOf, countHeldOf, previewErasureOf } from "../../personal-data"
import { exportOf } from "./copies"
import { requireSubject, versionAfter } from "./fulfil"
import { findPeople } from "./people"
import { toldRecipients } from "../recipients/register"
import { readCorrectable } from "./correctable"
import { planRectification } from "./rectification"
import { restrictedOf } from "./restriction"
import type { FulfilBody, NamedFulfilment } from "./types"

/** Kinds in which it matters whose an order is. */
const ORDERS_COUNT: ReadonlySet<RequestKind> = new Set([
  "access",
  "portability",
  "rectification",
  "erasure",
  "restriction",
  "objection_marketing",
  "consent_withdrawal",
])

/** GDPR Art. 19. */
const TELLS_RECIPIENTS: ReadonlySet<RequestKind> = new Set([
  "rectification",
  "erasure",
  "restriction",
])

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
      return {
        kind,
        fields: targets.fields,
        order_ids: targets.orders.map(({ order_id }) => order_id),
        invoices_to_correct: invoices,
        now: await readCorrectable(container, await findPeople(container, subject)),
      }
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
): Promise<AdminSubjectRequestPreviewResponse> => {
  const known = await readRequest(postgres(container), id)
  const { row } = known
  const { kind } = row
  const subject_version = versionAfter(known, body)
  if (kind === "information") {
    return { preview: { kind }, subject_version, uncertain_orders: [], recipients: [] }
  }
  const subject = requireSubject(known, body)
  return {
    subject_version,
    preview: await previewOf({ container, row, subject, body, actor }),
    uncertain_orders: ORDERS_COUNT.has(kind)
      ? (await previewErasureOf(container, subject)).uncertain_orders
      : [],
    recipients: TELLS_RECIPIENTS.has(kind) ? await toldRecipients(container) : [],
  }
}
