import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { dkRecordShownNoticeWorkflow } from "./workflows/record-shown-notice"

/** Records what one purchase showed; a failure is logged by the order's id and left to the repair job. */
export const recordShownNoticeOf = async (
  container: MedusaContainer,
  orderId: string
): Promise<void> => {
  try {
    await dkRecordShownNoticeWorkflow(container).run({ input: { order_id: orderId } })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The notice shown at order ${orderId} was not recorded: ${errorName(error)}`)
  }
}

/** Recent purchases without evidence although a notice was in force. */
const MISSING = `
  SELECT o.id FROM "order" o
  WHERE o.id > ? AND o.deleted_at IS NULL AND NOT o.is_draft_order AND o.created_at > now() - interval '30 days'
    AND EXISTS (SELECT 1 FROM dk_consent_notice n WHERE n.kind = 'privacy' AND n.effective_from <= o.created_at)
    AND NOT EXISTS (SELECT 1 FROM dk_consent_event e
      WHERE e.order_id = o.id AND e.purpose = 'privacy' AND e.state = 'shown')
  ORDER BY o.id LIMIT 200`

/** Records what events missed; walks by key, so that one stuck order holds up nobody. */
export const recordMissingNotices = async (container: MedusaContainer): Promise<void> => {
  let after = ""
  for (;;) {
    const orders = await selectRows<{ id: string }>(postgres(container), MISSING, [after])
    for (const { id } of orders) await recordShownNoticeOf(container, id)
    const last = orders.at(-1)
    if (!last) return
    after = last.id
  }
}
