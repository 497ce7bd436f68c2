import type { Knex } from "../../shared/postgres"
import type { Channel, NoticeData, NoticeKind } from "./domain/notice-data"

/** A notice as routes answer it. Instants are ISO 8601 in UTC. */
export type Notice = {
  id: string
  kind: NoticeKind
  /** Of a marketing text: what for, and on which channel. */
  purpose: string | null
  channel: Channel | null
  locale: string
  version: number
  body: string
  /** The list of cookies, what a policy declares, on what marketing rests. */
  data: NoticeData | null
  sha256: string
  /** People are asked again when it comes into force. */
  material: boolean
  effective_from: string | null
  published_at: string | null
  created_at: string
}

export type NoticeFilters = {
  ids?: readonly string[]
  kind?: NoticeKind | undefined
  purpose?: string | undefined
  channel?: Channel | undefined
  locale?: string | undefined
  cart_id?: string
  /** The login an account is made with. */
  auth_identity_id?: string
  /** Leaves drafts out. */
  published: boolean
  /** Leaves out what only staff is told. */
  forShoppers?: boolean
  /** Only the version in force of each kind and locale. */
  current?: boolean | undefined
  limit: number
  offset: number
}

type Row = Omit<Notice, "effective_from" | "published_at" | "created_at"> & {
  effective_from: Date | null
  published_at: Date | null
  created_at: Date
  total: string
}

/** SQL that is true for a notice `n` that a materially different one of its language has replaced: nobody agrees to it any more. */
export const IS_REPLACED = `EXISTS (
  SELECT 1 FROM dk_consent_notice x
  WHERE x.controller_id = n.controller_id AND x.kind = n.kind AND x.purpose IS NOT DISTINCT FROM n.purpose
    AND x.channel IS NOT DISTINCT FROM n.channel AND x.locale = n.locale AND x.material
    AND (x.effective_from, x.version) > (n.effective_from, n.version) AND x.effective_from <= now())`

const SELECT = `
  WITH chosen AS (
    SELECT n.*, row_number() OVER (
        PARTITION BY n.kind, n.purpose, n.channel, n.locale
        ORDER BY (n.effective_from <= now()) DESC NULLS LAST, n.effective_from DESC, n.version DESC) AS rank
    FROM dk_consent_notice n
    WHERE n.controller_id = :controller AND n.deleted_at IS NULL
      AND (:published::boolean IS FALSE OR n.published_at IS NOT NULL)
      AND (:kind::text IS NULL OR n.kind = :kind) AND (:purpose::text IS NULL OR n.purpose = :purpose)
      AND (:channel::text IS NULL OR n.channel = :channel) AND (:shoppers::boolean IS FALSE OR n.kind <> 'staff') AND (:locale::text IS NULL
        OR lower(n.locale) IN (lower(replace(:locale, '_', '-')), split_part(lower(replace(:locale, '_', '-')), '-', 1)))
      AND (:ids::text[] IS NULL OR n.id = ANY(:ids))
      AND (:cart::text IS NULL OR n.id IN (SELECT notice_id FROM dk_consent_cart_notice WHERE cart_id = :cart))
      AND (:login::text IS NULL OR n.id IN (
        SELECT notice_id FROM dk_consent_registration_notice WHERE auth_identity_id = :login)))
  SELECT id, kind, purpose, channel, locale, version, body, data, sha256, material, effective_from, published_at, created_at, count(*) OVER () AS total
  FROM chosen
  WHERE :current::boolean IS FALSE OR (rank = 1 AND effective_from <= now())
  ORDER BY kind, purpose, channel, locale, version DESC
  LIMIT :limit OFFSET :offset`

const asNotice = (row: Row): Notice => ({
  id: row.id,
  kind: row.kind,
  purpose: row.purpose,
  channel: row.channel,
  locale: row.locale,
  version: row.version,
  body: row.body,
  data: row.data,
  sha256: row.sha256,
  material: row.material,
  effective_from: row.effective_from?.toISOString() ?? null,
  published_at: row.published_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
})

/** Notices of a controller by kind, purpose, channel, locale and version, newest version first. */
export const findNotices = async (
  connection: Knex,
  controllerId: string,
  { ids, forShoppers, current, ...filters }: NoticeFilters
): Promise<{ notices: Notice[]; count: number }> => {
  const { rows } = await connection.raw<{ rows: Row[] }>(SELECT, {
    controller: controllerId,
    published: filters.published,
    shoppers: forShoppers ?? false,
    current: current ?? false,
    kind: filters.kind ?? null,
    purpose: filters.purpose ?? null,
    channel: filters.channel ?? null,
    locale: filters.locale ?? null,
    ids: ids ? [...ids] : null,
    cart: filters.cart_id ?? null,
    login: filters.auth_identity_id ?? null,
    limit: filters.limit,
    offset: filters.offset,
  })
  return { notices: rows.map(asNotice), count: Number(rows[0]?.total ?? 0) }
}
