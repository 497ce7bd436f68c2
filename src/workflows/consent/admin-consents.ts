import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { factsOfOrder } from "../../modules/consent/facts"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type {
  AdminCustomerConsentsResponse,
  AdminNotice,
  AdminOrderConsentsResponse,
} from "../../types/http"
import { answerConsents, asEvent } from "./account"
import { withState } from "./admin-notices"

/** The versions that events are about, as they were then. */
const noticesOf = async (
  container: MedusaContainer,
  events: readonly { notice_id: string | null }[]
): Promise<AdminNotice[]> => {
  const ids = [...new Set(events.flatMap(({ notice_id: id }) => id ?? []))]
  const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const filters = { ids, published: true, limit: ids.length, offset: 0 }
  return withState(container, (await service.findNotices(filters)).notices)
}

/** What a customer has agreed to now, everything that happened, and the texts it was about. Throws not_found. */
export const answerCustomerConsents = async (
  container: MedusaContainer,
  customerId: string
): Promise<AdminCustomerConsentsResponse> => {
  const consents = await answerConsents(container, customerId)
  const [customer] = await selectRows<{ id: string; email: string }>(
    postgres(container),
    `SELECT id, email FROM customer WHERE id = ? AND deleted_at IS NULL`,
    [customerId]
  )
  if (!customer) throw notFound("The customer was not found.")
  return { customer, ...consents, notices: await noticesOf(container, consents.events) }
}

/** What an order is evidence of: the texts that were shown then, and what was chosen. Throws not_found. */
export const answerOrderConsents = async (
  container: MedusaContainer,
  orderId: string
): Promise<AdminOrderConsentsResponse> => {
  const connection = postgres(container)
  const { controller } = container.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const orders = await selectRows(
    connection,
    `SELECT id FROM "order" WHERE id = ? AND deleted_at IS NULL`,
    [orderId]
  )
  if (orders.length === 0) throw notFound("The order was not found.")
  const events = (await factsOfOrder(connection, controller.id, orderId)).map(asEvent)
  return { events, notices: await noticesOf(container, events) }
}
