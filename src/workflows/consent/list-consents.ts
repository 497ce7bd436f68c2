import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { foldConsent } from "../../modules/consent/domain/consent-state"
import { lastMonths } from "../../modules/consent/domain/last-months"
import { permittedBy } from "../../modules/consent/domain/permission"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { factsOf, REPLACED } from "../../modules/consent/facts"
import { findStops } from "../../modules/consent/suppressions"
import { copenhagenDay } from "../../rules"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminConsent, AdminConsentMonth, AdminConsentNumbers } from "../../types/http"

/** What the list can be sorted by; what comes last makes each of them one order. */
const SORTS = {
  "-since": "said.occurred_at DESC, said.subject_key, said.purpose, said.channel",
  since: "said.occurred_at, said.subject_key, said.purpose, said.channel",
} as const

export const CONSENT_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[]

export type ConsentFilters = {
  /** The latest first when left out. */
  order?: keyof typeof SORTS | undefined
  purpose?: string | undefined
  channel?: string | undefined
  state?: AdminConsent["state"] | undefined
  /** An e-mail, exactly, or the id of a customer. */
  q?: string | undefined
  limit: number
  offset: number
}

type Row = {
  /** Null: nobody has written it down before. */
  id: string | null
  subject_key: string
  customer_id: string | null
  email: string | null
  phone: string | null
  purpose: string
  channel: string | null
  state: AdminConsent["state"]
  occurred_at: Date
  total: number
}

/**
 * Finds and counts by the rule of `foldConsent`; what each has said is then folded from all that is known of them. A consent
 * whose text was replaced counts so before anybody has written that down, which has no id yet.
 */
const latestBy = (order: keyof typeof SORTS): string => `
  WITH known AS (
    SELECT e.id, e.subject_key, e.purpose, e.channel, e.state, e.occurred_at FROM dk_consent_event e
    WHERE e.controller_id = :controller AND e.channel IS DISTINCT FROM 'cookies' AND e.state <> 'shown'
      AND (e.source = 'asserted' OR e.state <> 'given')
    UNION ALL
    SELECT NULL, r.subject_key, r.purpose, r.channel, 'superseded', r.occurred_at FROM (${REPLACED}) r),
  said AS (
    SELECT DISTINCT ON (e.subject_key, e.purpose, e.channel) e.* FROM known e
    WHERE (:purpose::text IS NULL OR e.purpose = :purpose) AND (:channel::text IS NULL OR e.channel = :channel)
      AND (:q::text IS NULL OR e.subject_key IN (
        SELECT s.id FROM dk_consent_subject s LEFT JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL
        WHERE s.customer_id = :q OR lower(s.email) = lower(:q) OR lower(c.email) = lower(:q)))
    ORDER BY e.subject_key, e.purpose, e.channel, e.occurred_at DESC, e.id)
  SELECT said.*, c.id AS customer_id, coalesce(c.email, s.email) AS email, c.phone, count(*) OVER ()::int AS total
  FROM said JOIN dk_consent_subject s ON s.id = said.subject_key
    LEFT JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL
  WHERE (:state::text IS NULL OR said.state = :state)
  ORDER BY ${SORTS[order]} LIMIT :limit OFFSET :offset`

const addressOf = ({ channel, email, phone }: Row): string | null =>
  channel === "sms" ? plainPhone(phone) : email

const settingsOf = (container: MedusaContainer) =>
  container.resolve<ConsentModuleService>(CONSENT_MODULE).settings

/** What people have said, one row for each person, purpose and channel. Erased people are in no row. */
export const listConsents = async (
  container: MedusaContainer,
  { order = "-since", purpose, channel, state, q, limit, offset }: ConsentFilters
): Promise<{ consents: AdminConsent[]; count: number }> => {
  const connection = postgres(container)
  const settings = settingsOf(container)
  const { id: controller } = settings.controller
  const rows = await selectRows<Row>(connection, latestBy(order), {
    ...{
      controller,
      keys: null,
      limit,
      offset,
      purpose: purpose ?? null,
      channel: channel ?? null,
    },
    ...{ state: state ?? null, q: q ?? null },
  })
  const keys = [...new Set(rows.map(({ subject_key: key }) => key))]
  const facts = await factsOf(connection, controller, keys)
  const addresses = rows.flatMap((row) => addressOf(row) ?? [])
  const stops = await findStops(connection, settings, addresses)
  const consents = rows.map((row): AdminConsent => {
    const own = facts.filter(({ subject_key: key }) => key === row.subject_key)
    const folded = row.channel === null ? "unset" : foldConsent(own, row.purpose, row.channel).state
    const { purpose: about, channel: on } = row
    const isMarketing = on === "email" || on === "sms"
    const refused = stops.get(addressOf(row) ?? "") ?? []
    const latest = own.find(
      (fact) => fact.purpose === about && fact.channel === on && fact.state === row.state
    )
    return {
      id: row.id ?? latest?.id ?? "",
      customer_id: row.customer_id,
      email: row.email,
      purpose: row.purpose,
      channel: row.channel,
      state: folded === "unset" ? row.state : folded,
      permitted_by: isMarketing ? permittedBy(own, refused, { purpose: about, channel: on }) : null,
      since: row.occurred_at.toISOString(),
    }
  })
  return { consents, count: rows[0]?.total ?? 0 }
}

const COUNTED = `
  SELECT to_char(occurred_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM') AS month, state, count(*)::int AS count
  FROM dk_consent_event
  WHERE controller_id = :controller AND state IN ('given', 'refused', 'withdrawn', 'objected') AND source = 'asserted'
    AND (:purpose::text IS NULL OR purpose = :purpose)
    AND (CASE WHEN :channel::text IS NULL THEN channel IS DISTINCT FROM 'cookies' ELSE channel = :channel END)
    AND occurred_at >= (:first || '-01')::timestamp AT TIME ZONE 'Europe/Copenhagen'
  GROUP BY 1, 2`

const PURPOSES = `
  SELECT DISTINCT purpose FROM dk_consent_event WHERE controller_id = ? AND state <> 'shown' AND channel IS NOT NULL
  ORDER BY purpose`

type Count = { month: string; state: keyof Omit<AdminConsentMonth, "month">; count: number }

type MonthFilters = { months: number; purpose?: string | undefined; channel?: string | undefined }

/** How often people said what, by month in Denmark, this month last. What lists claim and what cookies say is not counted. */
export const consentMonths = async (
  container: MedusaContainer,
  filters: MonthFilters
): Promise<AdminConsentMonth[]> => {
  const months = lastMonths(copenhagenDay(new Date()), filters.months)
  const counts = await selectRows<Count>(postgres(container), COUNTED, {
    controller: settingsOf(container).controller.id,
    ...{ purpose: filters.purpose ?? null, channel: filters.channel ?? null },
    first: months[0] ?? "",
  })
  const countOf = (month: string, state: Count["state"]): number =>
    counts.find((found) => found.month === month && found.state === state)?.count ?? 0
  return months.map((month) => ({
    month,
    given: countOf(month, "given"),
    refused: countOf(month, "refused"),
    withdrawn: countOf(month, "withdrawn"),
    objected: countOf(month, "objected"),
  }))
}

/** The months of `consentMonths`, and what they can be asked for. */
export const consentNumbers = async (
  container: MedusaContainer,
  filters: MonthFilters
): Promise<AdminConsentNumbers> => {
  const { id } = settingsOf(container).controller
  const purposes = await selectRows<{ purpose: string }>(postgres(container), PURPOSES, [id])
  return {
    purposes: purposes.map(({ purpose }) => purpose),
    months: await consentMonths(container, filters),
  }
}
