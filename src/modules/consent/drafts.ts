import { generateEntityId } from "@medusajs/framework/utils"
import { invalidField } from "../../shared/errors"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { Channel, NoticeData, NoticeKind } from "./domain/notice-data"
import { noticeDigest } from "./domain/notice-digest"

/** A text to be published. */
export type NoticeDraft = {
  kind: NoticeKind
  /** Of a marketing text only, and then both. */
  purpose: string | null
  channel: Channel | null
  locale: string
  body: string
  data: NoticeData | null
  /** People are asked again when it comes into force. */
  material: boolean
}

const INSERT = `
  INSERT INTO dk_consent_notice (id, controller_id, kind, purpose, channel, locale, version, body, data, sha256, material)
  SELECT :id, :controller, :kind, :purpose, :channel, :locale, coalesce(max(version), 0) + 1, :body, :data, :sha256, :material
  FROM dk_consent_notice
  WHERE controller_id = :controller AND kind = :kind AND purpose IS NOT DISTINCT FROM :purpose
    AND channel IS NOT DISTINCT FROM :channel AND locale = :locale`

/** Writes a draft with the next version number of its kind, purpose, channel and locale. @returns its id */
export const insertDraft = async (
  connection: Knex,
  controllerId: string,
  draft: NoticeDraft
): Promise<string> => {
  const id = generateEntityId("", "dkcnot")
  const { kind, purpose, channel, locale, body, data, material } = draft
  const key = ["dk_consent_notice", controllerId, kind, purpose, channel, locale].join(":")
  await withLock(connection, key, (transaction) =>
    transaction.raw(INSERT, {
      id,
      controller: controllerId,
      kind,
      purpose,
      channel,
      locale,
      body,
      data: data === null ? null : JSON.stringify(data),
      sha256: noticeDigest(body, data),
      material,
    })
  )
  return id
}

/** What of a draft is changed. `replaces`: only when the draft is still the one with this SHA-256. */
export type DraftChange = Pick<NoticeDraft, "body" | "data" | "material"> & {
  replaces?: string | undefined
}

/** Changes a draft. @returns false when it was published, deleted or changed by somebody else before */
export const updateDraft = async (
  connection: Knex,
  controllerId: string,
  id: string,
  { body, data, material, replaces }: DraftChange
): Promise<boolean> => {
  const changed = await selectRows(
    connection,
    `UPDATE dk_consent_notice SET body = :body, data = :data, sha256 = :sha256, material = :material, updated_at = now()
     WHERE id = :id AND controller_id = :controller AND published_at IS NULL
       AND (:replaces::text IS NULL OR sha256 = :replaces) RETURNING id`,
    {
      id,
      controller: controllerId,
      body,
      data: data === null ? null : JSON.stringify(data),
      sha256: noticeDigest(body, data),
      material,
      replaces: replaces ?? null,
    }
  )
  return changed.length > 0
}

/** Deletes a draft; nothing can point at one. @returns false when it was published or deleted before */
export const deleteDraft = async (
  connection: Knex,
  controllerId: string,
  id: string
): Promise<boolean> => {
  const deleted = await selectRows(
    connection,
    `DELETE FROM dk_consent_notice WHERE id = ? AND controller_id = ? AND published_at IS NULL RETURNING id`,
    [id, controllerId]
  )
  return deleted.length > 0
}

export type Publishing = {
  /** ISO 8601; now when left out, never earlier. */
  effectiveFrom?: string | undefined
  /** Of the text that was read before publishing; any when left out. */
  sha256?: string | undefined
}

/** Publishes a draft. @returns false when it was published before, or is no longer the text with `sha256` */
export const publishDraft = async (
  connection: Knex,
  controllerId: string,
  id: string,
  { effectiveFrom, sha256 }: Publishing
): Promise<boolean> => {
  if (effectiveFrom !== undefined && Date.parse(effectiveFrom) < Date.now()) {
    throw invalidField(
      "effective_from",
      "in_the_past",
      "A notice cannot come into force before it is published."
    )
  }
  const published = await selectRows(
    connection,
    `UPDATE dk_consent_notice SET published_at = now(), effective_from = coalesce(?::timestamptz, now()), updated_at = now()
     WHERE id = ? AND controller_id = ? AND published_at IS NULL AND (?::text IS NULL OR sha256 = ?) RETURNING id`,
    [effectiveFrom ?? null, id, controllerId, sha256 ?? null, sha256 ?? null]
  )
  return published.length > 0
}
