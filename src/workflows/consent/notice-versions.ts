import type { ConsentModuleService, Notice } from "../../modules/consent"
import { ASSUMED_KINDS } from "../../modules/consent/domain/choose-notice"
import type { NoticeVersion } from "../../modules/consent/domain/choose-notice"

const MOST_VERSIONS = 1_000

/** Published versions as the choice between them needs them. */
export const versionsOf = (notices: readonly Notice[]): NoticeVersion[] =>
  notices.flatMap(({ effective_from: from, ...notice }) =>
    from === null ? [] : [{ ...notice, effective_from: from }]
  )

/** Published versions of the texts that are taken for granted when the storefront says nothing. */
export const findAssumable = async (service: ConsentModuleService): Promise<NoticeVersion[]> => {
  const filters = { published: true, limit: MOST_VERSIONS, offset: 0 }
  const found = await Promise.all(
    ASSUMED_KINDS.map((kind) => service.findNotices({ ...filters, kind }))
  )
  return found.flatMap(({ notices }) => versionsOf(notices))
}
