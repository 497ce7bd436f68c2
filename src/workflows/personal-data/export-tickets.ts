import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { resolveForExport } from "../../modules/personal-data/engine/export"
import { postgres, selectRows } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import type { ExportRequest } from "./export-person"

const LIFE_SECONDS = 60

export type ExportTicket = { ticket: string; expires_at: string }

/** A ticket that waits for its download. */
export type WaitingTicket = { requestedBy: string }

/** The form of a ticket: 64 hex digits. */
export const isExportTicket = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/**
 * Gives out a ticket with which a browser downloads one export, once, within 60 seconds. Only its SHA-256 is stored.
 *
 * @param requestedBy id of the user who asks; the permission is checked again at the download
 * @throws not_found for a customer id that does not exist
 * @throws invalid_data `confirmed_order_ids`
 */
export const issueExportTicket = async (
  container: MedusaContainer,
  request: ExportRequest,
  requestedBy: string
): Promise<ExportTicket> => {
  const connection = postgres(container)
  await resolveForExport(connection, request.subject)
  await dropExpiredTickets(container)
  const ticket = randomBytes(32).toString("hex")
  // The database's clock counts for all machines.
  const [row] = await selectRows<{ expires_at: Date }>(
    connection,
    `INSERT INTO dk_personal_data_export_ticket (id, request, requested_by, expires_at)
     VALUES (?, ?::jsonb, ?, now() + make_interval(secs => ?)) RETURNING expires_at`,
    [sha256(ticket), JSON.stringify(request), requestedBy, LIFE_SECONDS]
  )
  return { ticket, expires_at: (row?.expires_at ?? new Date()).toISOString() }
}

/** Looks at a ticket without using it; null when it was used, has expired or never was. */
export const findExportTicket = async (
  container: MedusaContainer,
  ticket: string
): Promise<WaitingTicket | null> => {
  const [row] = await selectRows<{ requested_by: string }>(
    postgres(container),
    "SELECT requested_by FROM dk_personal_data_export_ticket WHERE id = ? AND expires_at > now()",
    [sha256(ticket)]
  )
  return row ? { requestedBy: row.requested_by } : null
}

/** Uses a ticket up: of several at once, over all machines, one gets the request and the others null. */
export const useExportTicket = async (
  container: MedusaContainer,
  ticket: string
): Promise<ExportRequest | null> => {
  const [row] = await selectRows<{ request: ExportRequest }>(
    postgres(container),
    "DELETE FROM dk_personal_data_export_ticket WHERE id = ? AND expires_at > now() RETURNING request",
    [sha256(ticket)]
  )
  return row?.request ?? null
}

/** Deletes tickets that nobody used in time. */
export const dropExpiredTickets = async (container: MedusaContainer): Promise<void> => {
  await postgres(container).raw(
    "DELETE FROM dk_personal_data_export_ticket WHERE expires_at <= now()"
  )
}
