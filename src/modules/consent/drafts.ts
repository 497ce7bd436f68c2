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

/**
 * Publishes a draft. @returns false when it was published before
 *
 * @param effectiveFrom ISO 8601; now when left out, never earlier
 */
export const publishDraft = async (
  connection: Knex,
  controllerId: string,
  id: string,
  effectiveFrom: string | undefined
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
     WHERE id = ? AND controller_id = ? AND published_at IS NULL RETURNING id`,
    [effectiveFrom ?? null, id, controllerId]
  )
  return published.length > 0
}
