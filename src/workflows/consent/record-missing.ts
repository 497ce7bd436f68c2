import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { ASSUMED_KINDS } from "../../modules/consent/domain/choose-notice"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { dkRecordRegistrationWorkflow } from "./workflows/record-registration"
import { dkRecordShownNoticeWorkflow } from "./workflows/record-shown-notice"

/** A failure is logged by the id and left to the repair job. */
const logged = async (
  container: MedusaContainer,
  what: string,
  record: () => Promise<unknown>
): Promise<void> => {
  try {
    await record()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The notice shown at ${what} was not recorded: ${errorName(error)}`)
  }
}

/** Records what one purchase showed. */
export const recordShownNoticeOf = (container: MedusaContainer, orderId: string): Promise<void> =>
  logged(container, `order ${orderId}`, () =>
    dkRecordShownNoticeWorkflow(container).run({ input: { order_id: orderId } })
  )

/** Records what making one account showed. A guest's customer row is no account and records nothing. */
export const recordRegistrationOf = (
  container: MedusaContainer,
  customerId: string
): Promise<void> =>
  logged(container, `the making of account ${customerId}`, () =>
    dkRecordRegistrationWorkflow(container).run({ input: { customer_id: customerId } })
  )

/** A text that is taken for granted was in force, and nothing says so of the purchase or account that `about` finds. */
const untold = (about: string, made: string) => `EXISTS (
  SELECT 1 FROM (VALUES ${ASSUMED_KINDS.map((kind) => `('${kind}')`).join(", ")}) AS told (kind)
  WHERE EXISTS (SELECT 1 FROM dk_consent_notice n WHERE n.controller_id = :controller AND n.kind = told.kind
      AND n.effective_from <= ${made})
    AND NOT EXISTS (SELECT 1 FROM dk_consent_event e WHERE ${about} AND e.purpose = told.kind AND e.state = 'shown'))`

/**
 * What the checkout said it showed is not written of order `o`. It counts whenever the text came into force, for the clock of the
 * machine that dated the order may be behind.
 */
const UNWRITTEN = `EXISTS (
  SELECT 1 FROM order_cart l JOIN dk_consent_cart_notice s ON s.cart_id = l.cart_id JOIN dk_consent_notice n ON n.id = s.notice_id
  WHERE l.order_id = o.id AND l.deleted_at IS NULL AND n.controller_id = :controller AND n.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM dk_consent_event e
    WHERE e.order_id = o.id AND e.purpose = coalesce(n.purpose, n.kind) AND e.channel IS NOT DISTINCT FROM n.channel
      AND e.state = 'shown'))`

/** Recent purchases without evidence although a notice was in force or shown, or whose choices are not written. */
const MISSING_ORDERS = `
  SELECT o.id FROM "order" o
  WHERE o.id > :after AND o.deleted_at IS NULL AND NOT o.is_draft_order AND o.created_at > now() - interval '30 days'
    AND (${untold("e.order_id = o.id", "o.created_at")} OR ${UNWRITTEN} OR EXISTS (
      SELECT 1 FROM order_cart l JOIN dk_consent_cart_choice c ON c.cart_id = l.cart_id
      WHERE l.order_id = o.id AND l.deleted_at IS NULL AND c.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM dk_consent_event e
        WHERE e.order_id = o.id AND e.purpose = c.purpose AND e.channel = c.channel AND e.state = c.state)))
  ORDER BY o.id LIMIT 200`

/** Recent accounts without evidence although a notice was in force; by its name, for an account may change hands. */
const MISSING_ACCOUNTS = `
  SELECT p.id FROM customer p
  WHERE p.id > :after AND p.deleted_at IS NULL AND p.has_account AND p.created_at > now() - interval '30 days'
    AND ${untold(
      "e.controller_id = :controller AND e.natural_key = 'registration:' || p.id || ':' || told.kind || '::shown'",
      "p.created_at"
    )}
  ORDER BY p.id LIMIT 200`

/** Walks by key, so that one that is stuck holds up nobody. */
const walk = async (
  container: MedusaContainer,
  sql: string,
  record: (id: string) => Promise<void>
): Promise<void> => {
  const { id: controller } =
    container.resolve<ConsentModuleService>(CONSENT_MODULE).settings.controller
  let after = ""
  for (;;) {
    const rows = await selectRows<{ id: string }>(postgres(container), sql, {
      after,
      controller,
    })
    for (const { id } of rows) await record(id)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Records what events missed; nothing where evidence is not kept. */
export const recordMissingNotices = async (container: MedusaContainer): Promise<void> => {
  if (!container.resolve<ConsentModuleService>(CONSENT_MODULE).settings.enabled) return
  await walk(container, MISSING_ORDERS, (id) => recordShownNoticeOf(container, id))
  await walk(container, MISSING_ACCOUNTS, (id) => recordRegistrationOf(container, id))
}
