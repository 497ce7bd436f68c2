import type { Knex } from "../../shared/postgres"

/** A notice as routes answer it. Instants are ISO 8601 in UTC. */
export type Notice = {
  id: string
  kind: string
  locale: string
  version: number
  body: string
  sha256: string
  effective_from: string | null
  published_at: string | null
  created_at: string
}

export type NoticeFilters = {
  ids?: readonly string[]
  kind?: string | undefined
  locale?: string | undefined
  cart_id?: string
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

const SELECT = `
  WITH chosen AS (
    SELECT n.*, row_number() OVER (
        PARTITION BY n.kind, n.locale
        ORDER BY (n.effective_from <= now()) DESC NULLS LAST, n.effective_from DESC, n.version DESC) AS rank
    FROM dk_consent_notice n
    WHERE n.controller_id = :controller AND n.deleted_at IS NULL
      AND (:published::boolean IS FALSE OR n.published_at IS NOT NULL)
      AND (:kind::text IS NULL OR n.kind = :kind) AND (:shoppers::boolean IS FALSE OR n.kind <> 'staff') AND (:locale::text IS NULL OR n.locale = :locale)
      AND (:ids::text[] IS NULL OR n.id = ANY(:ids))
      AND (:cart::text IS NULL OR n.id IN (SELECT notice_id FROM dk_consent_cart_notice WHERE cart_id = :cart)))
  SELECT id, kind, locale, version, body, sha256, effective_from, published_at, created_at, count(*) OVER () AS total
  FROM chosen
  WHERE :current::boolean IS FALSE OR (rank = 1 AND effective_from <= now())
  ORDER BY kind, locale, version DESC
  LIMIT :limit OFFSET :offset`

/** Notices of a controller by kind, locale and version, newest version first. */
export const findNotices = async (
  connection: Knex,
  controllerId: string,
  {
    ids,
    kind,
    locale,
    cart_id: cartId,
    published,
    forShoppers,
    current,
    limit,
    offset,
  }: NoticeFilters
): Promise<{ notices: Notice[]; count: number }> => {
  const { rows } = await connection.raw<{ rows: Row[] }>(SELECT, {
    controller: controllerId,
    published,
    shoppers: forShoppers ?? false,
    current: current ?? false,
    kind: kind ?? null,
    locale: locale ?? null,
    ids: ids ? [...ids] : null,
    cart: cartId ?? null,
    limit,
    offset,
  })
  const notices = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    locale: row.locale,
    version: row.version,
    body: row.body,
    sha256: row.sha256,
    effective_from: row.effective_from?.toISOString() ?? null,
    published_at: row.published_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }))
  return { notices, count: Number(rows[0]?.total ?? 0) }
}
