import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService, Notice } from "../../modules/consent"
import { findFallbacks } from "../../modules/consent/domain/find-fallbacks"
import { noticeDataSchemas } from "../../modules/consent/domain/notice-data"
import type { NoticeData } from "../../modules/consent/domain/notice-data"
import { noticeState } from "../../modules/consent/domain/notice-state"
import type { NoticeState } from "../../modules/consent/domain/notice-state"
import type { NoticeFilters } from "../../modules/consent/notices"
import { invalidField } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminNotice, AdminNoticeFallbackResponse } from "../../types/http"
import { versionsOf } from "./notice-versions"

const MOST_VERSIONS = 1_000

const IN_FORCE = `
  SELECT DISTINCT ON (kind, purpose, channel, locale) id FROM dk_consent_notice
  WHERE controller_id = ? AND effective_from <= now()
  ORDER BY kind, purpose, channel, locale, effective_from DESC, version DESC`

const serviceOf = (container: MedusaContainer): ConsentModuleService =>
  container.resolve<ConsentModuleService>(CONSENT_MODULE)

/** Says what a notice is now. */
const stateOf = async (
  container: MedusaContainer
): Promise<(notice: Pick<Notice, "id" | "effective_from">) => NoticeState> => {
  const { controller } = serviceOf(container).settings
  const rows = await selectRows<{ id: string }>(postgres(container), IN_FORCE, [controller.id])
  const inForce = new Set(rows.map(({ id }) => id))
  const at = new Date().toISOString()
  return (notice) => noticeState(notice, inForce, at)
}

/** Notices with what they are now. */
export const withState = async (
  container: MedusaContainer,
  notices: readonly Notice[]
): Promise<AdminNotice[]> => {
  const state = await stateOf(container)
  return notices.map((notice) => ({ ...notice, state: state(notice) }))
}

/** Versions of all texts, drafts too, by kind, purpose, channel, language and version, newest version first. */
export const listNotices = async (
  container: MedusaContainer,
  filters: Omit<NoticeFilters, "published">
): Promise<{ notices: AdminNotice[]; count: number }> => {
  const { notices, count } = await serviceOf(container).findNotices({
    ...filters,
    published: false,
  })
  return { notices: await withState(container, notices), count }
}

/** One notice. Throws not_found. */
export const readNotice = async (container: MedusaContainer, id: string): Promise<AdminNotice> => {
  const notice = await serviceOf(container).findNotice(id, false)
  return { ...notice, state: (await stateOf(container))(notice) }
}

export type NoticeChange = {
  body?: string | undefined
  data?: unknown
  material?: boolean | undefined
  replaces?: string | undefined
}

/** What belongs to a text of a kind. Throws naming the part of `data` that is wrong. */
const dataFor = ({ kind, data: before }: Notice, data: unknown): NoticeData | null => {
  if (data === undefined) return before
  if (kind === "terms" || kind === "staff") {
    if (data === null) return null
    throw invalidField("data", "invalid", "a text of this kind carries nothing")
  }
  const result = noticeDataSchemas()[kind].safeParse(data)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = ["data", ...(issue?.path ?? [])].map(String).join(".")
  throw invalidField(path, "invalid", issue?.message ?? "is wrong")
}

/**
 * Changes a draft; what is left out stays.
 *
 * @throws MedusaError not_found, naming a field, or conflict when it has been published or changed by somebody else
 */
export const changeNotice = async (
  container: MedusaContainer,
  id: string,
  { body, data, material, replaces }: NoticeChange
): Promise<AdminNotice> => {
  const service = serviceOf(container)
  const before = await service.findNotice(id, false)
  await service.changeNotice(id, {
    body: body ?? before.body,
    data: dataFor(before, data),
    material: material ?? before.material,
    // What is left out was read just now; it must not overwrite what somebody else writes meanwhile.
    replaces: replaces ?? before.sha256,
  })
  return readNotice(container, id)
}

const STORE_LOCALES = `SELECT DISTINCT locale_code FROM store_locale WHERE deleted_at IS NULL ORDER BY locale_code`

/** Languages of the shop: those of the option `locales`, then those the store has in Medusa. */
const wantedLocales = async (container: MedusaContainer): Promise<string[]> => {
  const rows = await selectRows<{ locale_code: string }>(postgres(container), STORE_LOCALES)
  const { locales } = serviceOf(container).settings
  const spoken = new Set(locales.map((locale) => locale.toLowerCase()))
  const others = rows.map(({ locale_code: code }) => code)
  return [...locales, ...others.filter((code) => !spoken.has(code.toLowerCase()))]
}

/** Texts for shoppers that are not in force in a language of the shop, with the one that stands in. */
export const listFallbacks = async (
  container: MedusaContainer
): Promise<AdminNoticeFallbackResponse> => {
  const service = serviceOf(container)
  const { notices } = await service.findNotices({
    published: true,
    forShoppers: true,
    current: true,
    limit: MOST_VERSIONS,
    offset: 0,
  })
  const wanted = await wantedLocales(container)
  const at = new Date().toISOString()
  const fallbacks = findFallbacks(versionsOf(notices), wanted, service.settings.locales, at)
  return {
    locales: wanted,
    fallbacks: fallbacks.map((fallback) => ({
      ...fallback,
      channel: notices.find(({ channel }) => channel === fallback.channel)?.channel ?? null,
    })),
  }
}
