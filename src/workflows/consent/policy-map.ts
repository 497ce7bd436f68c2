import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { checkDeclaration } from "../../modules/consent/domain/check-declaration"
import type { Channel, NoticeData, NoticeKind } from "../../modules/consent/domain/notice-data"
import { starterStaffNotice } from "../../modules/consent/domain/starter-staff-notice"
import { starterCookies } from "../../modules/consent/domain/starters/cookies"
import type {
  PolicyFacts,
  StarterLocale,
  StarterRecipient,
} from "../../modules/consent/domain/starters/facts"
import { starterMarketing } from "../../modules/consent/domain/starters/marketing"
import { starterPrivacy } from "../../modules/consent/domain/starters/privacy"
import { starterTerms } from "../../modules/consent/domain/starters/terms"
import { registeredTables } from "../../modules/personal-data"
import { invalidField } from "../../shared/errors"
import type {
  AdminNoticeCheckResponse,
  AdminRecordOfProcessing,
  AdminStarterNoticeResponse,
} from "../../types/http"
import { allAutomatedDecisions, readRecordOfProcessing } from "../personal-data"

/** Staff is told of its own data in the notice to staff, not in the customers' policy. */
const OF_STAFF = "staff"

/** Categories of customers' data in the tables that this store has, with how each is kept. */
const categoriesOf = ({ activities }: AdminRecordOfProcessing): Map<string, string[]> => {
  const present = new Set(activities.flatMap(({ tables }) => tables))
  const rules = registeredTables()
    .filter(({ table }) => present.has(table))
    .flatMap(({ columns }) => Object.values(columns))
    .filter(({ category }) => category !== OF_STAFF)
  const categories = new Map<string, string[]>()
  for (const { category, retention } of rules) {
    const known = categories.get(category) ?? []
    if (!known.includes(retention)) categories.set(category, [...known, retention].sort())
  }
  return new Map([...categories].sort(([a], [b]) => a.localeCompare(b)))
}

const recipientsOf = ({ activities }: AdminRecordOfProcessing): StarterRecipient[] => {
  const recipients = new Map<string, StarterRecipient>()
  for (const { purpose, recipients: receiving } of activities) {
    for (const { name, country, safeguard, needs_safeguard } of receiving) {
      const purposes = [...(recipients.get(name)?.purposes ?? []), purpose]
      recipients.set(name, { name, country, safeguard, needs_safeguard, purposes })
    }
  }
  return [...recipients.values()]
}

const readPolicyFacts = async (
  container: MedusaContainer,
  locale: StarterLocale
): Promise<PolicyFacts> => {
  const record = await readRecordOfProcessing(container, locale)
  return {
    categories: categoriesOf(record),
    recipients: recipientsOf(record),
    automatedDecisions: (await allAutomatedDecisions(container)).map((texts) => texts[locale]),
  }
}

/**
 * Holds what a privacy policy declares against the map of personal data and the record of processing. Throws not_found, and
 * naming `id` for a text of another kind.
 */
export const checkNotice = async (
  container: MedusaContainer,
  id: string
): Promise<AdminNoticeCheckResponse> => {
  const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const notice = await service.findNotice(id, false)
  if (notice.kind !== "privacy") {
    throw invalidField("id", "not_a_policy", "Only a privacy policy declares what the shop keeps.")
  }
  const { categories, recipients } = await readPolicyFacts(container, "da")
  const map = { categories, recipients: recipients.map(({ name }) => name) }
  return {
    check: { notice_id: id, ...checkDeclaration(notice.data, map) },
    known: { categories: [...categories.keys()], recipients: map.recipients },
  }
}

export type StarterWish = {
  kind: NoticeKind
  locale: StarterLocale
  purpose: string | null
  channel: Channel | null
  basis: "consent" | "soft_opt_in"
}

type Starter = { body: string; data: NoticeData | null }

const writeStarter = async (container: MedusaContainer, wish: StarterWish): Promise<Starter> => {
  const { controller } = container.resolve<ConsentModuleService>(CONSENT_MODULE).settings
  const { kind, locale, purpose, channel, basis } = wish
  switch (kind) {
    case "privacy":
      return starterPrivacy(controller, locale, await readPolicyFacts(container, locale))
    case "terms":
      return { body: starterTerms(controller, locale), data: null }
    case "cookies":
      return starterCookies(controller, locale)
    case "staff":
      return { body: starterStaffNotice(controller, locale), data: null }
    case "marketing":
      if (purpose === null) throw invalidField("purpose", "missing", "is needed")
      if (channel === null) throw invalidField("channel", "missing", "is needed")
      return starterMarketing(controller, locale, { purpose, channel, basis })
  }
}

/** A text to begin with, from the options, the map and the record. Throws naming `purpose` or `channel` of a marketing text. */
export const readStarter = async (
  container: MedusaContainer,
  wish: StarterWish
): Promise<AdminStarterNoticeResponse> => {
  const { kind, locale, purpose, channel } = wish
  const about = kind === "marketing" ? { purpose, channel } : { purpose: null, channel: null }
  return { notice: { kind, locale, ...about, ...(await writeStarter(container, wish)) } }
}
