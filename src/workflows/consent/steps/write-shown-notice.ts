import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CONSENT_MODULE } from "../../../modules/consent"
import type { ConsentModuleService, Notice } from "../../../modules/consent"
import { chooseNotice } from "../../../modules/consent/domain/choose-notice"
import type { NoticeVersion } from "../../../modules/consent/domain/choose-notice"
import type { Purchase } from "../../../modules/consent/record-shown"

const MOST_VERSIONS = 1_000

const versions = (notices: readonly Notice[]): NoticeVersion[] =>
  notices.flatMap(({ effective_from, ...notice }) =>
    effective_from === null ? [] : [{ ...notice, effective_from }]
  )

/** Writes the evidence of a purchase. Without compensation: what happened, happened. */
export const dkWriteShownNoticeStep = createStep(
  "dk-write-shown-notice",
  async (purchase: Purchase, { container }) => {
    const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
    if (!service.settings.enabled) return new StepResponse({ recorded: false })
    const asserted =
      purchase.cart_id === null ? [] : await service.findNoticesOfCart(purchase.cart_id)
    const { notices } = await service.findNotices({
      kind: "privacy",
      published: true,
      limit: MOST_VERSIONS,
      offset: 0,
    })
    const shown = chooseNotice(
      purchase,
      versions(asserted),
      versions(notices),
      service.settings.locales
    )
    return new StepResponse({
      recorded: shown !== null && (await service.recordShown(purchase, shown)),
    })
  }
)
