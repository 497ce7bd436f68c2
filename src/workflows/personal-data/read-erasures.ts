import type { MedusaContainer } from "@medusajs/framework/types"
import type { CertificateBody } from "../../modules/personal-data/domain/certificate"
import { renderCertificate } from "../../modules/personal-data/domain/render-certificate"
import { findErasure } from "../../modules/personal-data/engine/erasure-row"
import type { ErasureRow } from "../../modules/personal-data/engine/erasure-row"
import { cancelErasure } from "../../modules/personal-data/engine/plan-erasure"
import { previewErasure } from "../../modules/personal-data/engine/preview"
import { proofOf } from "../../modules/personal-data/domain/scan-result"
import type { ErasureProof } from "../../modules/personal-data/domain/scan-result"
import { readProofs } from "../../modules/personal-data/engine/scan/proofs"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type {
  AdminCreateErasure,
  AdminErasure,
  AdminErasureCertificate,
  AdminErasurePreview,
  AdminErasureStatus,
} from "../../types/http"
import { personalDataSettings, runOptions } from "./personal-data-settings"

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

const toErasure = (row: ErasureRow, proof: ErasureProof | null): AdminErasure => ({
  id: row.id,
  status: row.status,
  source: row.source,
  customer_id: row.customer_id,
  reason: row.reason,
  override_blocks: row.override_blocks,
  requested_by: row.requested_by,
  grace_until: iso(row.grace_until),
  started_at: iso(row.started_at),
  finished_at: iso(row.finished_at),
  cancelled_at: iso(row.cancelled_at),
  waiting_ids: row.waiting_ids,
  waiting: row.waiting,
  proof,
  created_at: row.created_at.toISOString(),
})

const toErasures = async (
  connection: Knex,
  rows: readonly ErasureRow[]
): Promise<AdminErasure[]> => {
  const proofs = await readProofs(
    connection,
    rows.map(({ id }) => id)
  )
  return rows.map((row) => toErasure(row, proofs.get(row.id) ?? null))
}

/** One erasure. Throws not_found. */
export const getErasure = async (container: MedusaContainer, id: string): Promise<AdminErasure> => {
  const connection = postgres(container)
  const row = await findErasure(connection, id)
  if (!row) throw notFound("No erasure has this id.")
  const proofs = await readProofs(connection, [id])
  return toErasure(row, proofs.get(id) ?? null)
}

export type ErasureFilters = {
  status?: AdminErasureStatus | undefined
  customer_id?: string | undefined
  limit: number
  offset: number
}

/** Erasures, newest first. */
export const listErasures = async (
  container: MedusaContainer,
  { status, customer_id, limit, offset }: ErasureFilters
): Promise<{ erasures: AdminErasure[]; count: number }> => {
  const connection = postgres(container)
  const rows = await selectRows<ErasureRow & { total: number }>(
    connection,
    `SELECT *, count(*) OVER ()::int AS total FROM dk_personal_data_erasure
      WHERE deleted_at IS NULL AND status = coalesce(?, status) AND (?::text IS NULL OR customer_ids @> ARRAY[?::text])
      ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
    [status ?? null, customer_id ?? null, customer_id ?? null, limit, offset]
  )
  return { erasures: await toErasures(connection, rows), count: rows[0]?.total ?? 0 }
}

type CertificateRow = {
  id: string
  erasure_id: string
  complete: boolean
  created_at: Date
  body: Omit<CertificateBody, "reach"> & Partial<Pick<CertificateBody, "reach">>
}

/** The latest proof of an erasure. Throws not_found before it ran. */
export const getCertificate = async (
  container: MedusaContainer,
  erasureId: string
): Promise<AdminErasureCertificate> => {
  const connection = postgres(container)
  const [row] = await selectRows<CertificateRow>(
    connection,
    `SELECT * FROM dk_personal_data_certificate WHERE erasure_id = ? ORDER BY created_at DESC LIMIT 1`,
    [erasureId]
  )
  if (!row) throw notFound("The erasure has no certificate yet.")
  const { body, created_at, id, erasure_id, complete } = row
  const reach = body.reach ?? null
  const proof =
    (await readProofs(connection, [erasureId])).get(erasureId) ?? proofOf(null, complete)
  return { ...body, reach, id, erasure_id, complete, proof, created_at: created_at.toISOString() }
}

/** The latest proof as a page to print. Throws not_found before it ran. */
export const printCertificate = async (
  container: MedusaContainer,
  erasureId: string,
  locale: "da" | "en"
): Promise<string> =>
  renderCertificate(
    await getCertificate(container, erasureId),
    personalDataSettings(container).controller,
    locale
  )

/** Calls an erasure off. Throws conflicts `erasure_started` and `erasure_cancelled`. */
export const cancelErasureOf = async (
  container: MedusaContainer,
  id: string,
  cancelledBy: string
): Promise<AdminErasure> => {
  await cancelErasure(postgres(container), { id, cancelledBy, now: new Date() })
  return getErasure(container, id)
}

type PreviewRequest = {
  [Field in keyof AdminCreateErasure]?: AdminCreateErasure[Field] | undefined
}

/** What erasing would do now. Nothing is written. Throws not_found for an unknown customer id. */
export const previewErasureOf = async (
  container: MedusaContainer,
  input: PreviewRequest
): Promise<AdminErasurePreview> => {
  const options = runOptions(container)
  const graceHours = input.grace_hours ?? personalDataSettings(container).graceHours
  const { facts, pending, evidence, uncertain, open } = await previewErasure(postgres(container), {
    customer_id: input.customer_id,
    email: input.email,
    selection_id: input.selection_id,
    confirmed_order_ids: input.confirmed_order_ids,
    overrideBlocks: input.override_blocks ?? false,
    graceHours,
    ...options,
  })
  return {
    subject: {
      customer_id: input.customer_id ?? facts.person.customers[0] ?? null,
      name: facts.person.name,
      email: facts.person.emails[0] ?? null,
    },
    already_erased: pending.length === 0 && facts.blocked.length === 0,
    erased_now: pending,
    kept_documents: facts.keptDocuments,
    kept_orders: facts.keptOrders.map((order) => ({ ...order, reason: "no_invoice" })),
    blocked: facts.blocked,
    uncertain_orders: uncertain,
    company_orders: facts.keys.company_order.length,
    evidence,
    grace_until:
      graceHours === 0
        ? null
        : new Date(options.now.getTime() + graceHours * 3600 * 1000).toISOString(),
    open_erasure: open ? await getErasure(container, open.id) : null,
  }
}
