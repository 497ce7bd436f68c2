import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { postgres, selectRows } from "../../shared/postgres"
import type { StoreConsentSheet } from "../../types/http"
import { answerConsents } from "./account"

/** Of the fields below; a field is added under the same number and never changed. */
const FORMAT = "dk-consent-sheet/1"

const MOST_NOTICES = 1_000

/**
 * What an account holder was told and said, with the texts: a receipt in the spirit of ISO/IEC TS 27560 and of Kantara's
 * consent receipt. It holds what the account said, and nothing of others who use its address.
 *
 * @throws MedusaError not_found
 */
export const consentSheet = async (
  container: MedusaContainer,
  customerId: string
): Promise<StoreConsentSheet> => {
  const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { name, cvr, address, email, phone, dpo } = service.settings.controller
  const { consents, objected, events } = await answerConsents(container, customerId)
  const keys = await selectRows<{ id: string }>(
    postgres(container),
    `SELECT id FROM dk_consent_subject WHERE controller_id = ? AND customer_id = ?`,
    [service.settings.controller.id, customerId]
  )
  const ids = [...new Set(events.map((event) => event.notice_id))].filter((id) => id !== null)
  const { notices } = await service.findNotices({
    ids,
    published: true,
    limit: MOST_NOTICES,
    offset: 0,
  })
  return {
    version: FORMAT,
    created_at: new Date().toISOString(),
    controller: { name, cvr, address, email, phone: phone ?? null, dpo: dpo ?? null },
    subject_keys: keys.map(({ id }) => id),
    objected,
    purposes: consents.map(({ purpose, channel, state, permitted_by, since }) => ({
      purpose,
      channel,
      state,
      permitted_by,
      since,
    })),
    events,
    notices,
  }
}
