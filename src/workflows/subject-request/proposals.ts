import type { MedusaContainer } from "@medusajs/framework/types"
import type { RequestKind } from "../../modules/subject-request/domain/kinds"
import { findOpenRequests, refuseDay } from "../../modules/subject-request/requests"
import { answerDeadlines, copenhagenDay } from "../../rules"
import { postgres } from "../../shared/postgres"
import type { AdminSubjectRequestProposal } from "../../types/http"
import { findPeopleOf } from "../personal-data"
import { draftReceipt } from "./letters"
import { toRequest } from "./requests"
import { subjectRequestSettings } from "./settings"

export type Mailed = {
  email: string
  /** Empty when the mail has none. */
  name: string
  received_on?: string | undefined
  kind?: RequestKind | undefined
  locale?: string | undefined
}

/**
 * Who may be behind a mail to the shop, and by when it is to be answered; nothing is written.
 *
 * @throws invalid_data naming `received_on`
 */
export const proposePeople = async (
  container: MedusaContainer,
  { email: typed, name: said, received_on, kind, locale }: Mailed
): Promise<AdminSubjectRequestProposal> => {
  const now = new Date()
  const day = received_on ?? copenhagenDay(now)
  refuseDay(day, now)
  const email = typed.toLowerCase()
  const name = said || null
  const { customers, orders, uncertain, is_role_mailbox } = await findPeopleOf(container, email)
  const { strict, legal } = answerDeadlines(day)
  const { controller } = subjectRequestSettings(container)
  const open = await findOpenRequests(postgres(container), controller.id, {
    email,
    customerIds: customers.map(({ id }) => id),
  })
  return {
    ...{ email, name, received_on: day, kind: kind ?? null },
    ...{ strict_on: strict, legal_on: legal, customers, uncertain, is_role_mailbox },
    orders: orders.map((order) => ({ ...order, created_at: order.created_at.toISOString() })),
    open_requests: open.map(toRequest),
    receipt: kind ? draftReceipt(container, { kind, name, received_on: day, locale }) : null,
  }
}
