import type { MedusaContainer } from "@medusajs/framework/types"
import type { IssuedInvoice } from "../../../modules/invoice"
import { readDeliveries } from "../../../modules/invoice/delivery/deliveries"
import type { DeliveryRow } from "../../../modules/invoice/delivery/deliveries"
import type {
  DeliveryChannel,
  DeliveryState,
} from "../../../modules/invoice/domain/delivery/delivery"
import { postgres, selectRows } from "../../../shared/postgres"
import { WALK_LIMIT } from "../../../shared/walk-limit"

/** State of the latest sending by each channel; null where there was none. */
export type DeliveryStates = Record<DeliveryChannel, DeliveryState | null>

const latest = (
  deliveries: readonly DeliveryRow[],
  invoiceId: string,
  channel: DeliveryChannel
): DeliveryState | null =>
  deliveries.find((it) => it.invoice_id === invoiceId && it.channel === channel)?.state ?? null

/** Documents with how far they have come to their buyers. */
export const withDeliveryStates = async (
  container: MedusaContainer,
  invoices: readonly IssuedInvoice[]
): Promise<(IssuedInvoice & { delivery: DeliveryStates })[]> => {
  const ids = invoices.map(({ id }) => id)
  const deliveries = await readDeliveries(postgres(container), ids)
  return invoices.map((invoice) => ({
    ...invoice,
    delivery: {
      einvoice: latest(deliveries, invoice.id, "einvoice"),
      email: latest(deliveries, invoice.id, "email"),
    },
  }))
}

/** A document that has not reached its buyer and will not by itself. */
export type UndeliveredInvoice = Pick<
  DeliveryRow,
  "id" | "invoice_id" | "order_id" | "channel" | "state" | "problems" | "outcome"
> & { number: string }

/**
 * The latest sending of each channel, where it waits for staff. An erased buyer's mail is nobody's to mend, and neither is
 * a document that credit notes have taken back in full.
 */
const UNDELIVERED = `
  SELECT v.id, v.invoice_id, v.order_id, v.channel, v.state, v.problems,
    regexp_replace(v.outcome, '^failed: ', '') AS outcome, s.prefix || i.number AS number
  FROM dk_invoice_delivery v JOIN dk_invoice i ON i.id = v.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
  WHERE v.state IN ('not_sent', 'failed', 'no_route', 'uncertain') AND v.recipient <> 'typed'
    AND (v.settled_by IS NULL OR v.channel = 'einvoice') AND v.outcome IS DISTINCT FROM 'nobody_to_mail'
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_delivery n
      WHERE n.invoice_id = v.invoice_id AND n.channel = v.channel AND (n.created_at, n.id) > (v.created_at, v.id))
    AND coalesce((SELECT sum((c.content::jsonb -> 'totals' ->> 'gross')::bigint) FROM dk_invoice_document c WHERE c.amends = v.invoice_id), 0)
      < (SELECT (d.content::jsonb -> 'totals' ->> 'gross')::bigint FROM dk_invoice_document d WHERE d.invoice_id = v.invoice_id)
  ORDER BY v.created_at, v.id LIMIT ${WALK_LIMIT.toString()}`

/** What has not reached its buyer and waits for staff; the oldest first, a hundred at most. */
export const listUndelivered = (container: MedusaContainer): Promise<UndeliveredInvoice[]> =>
  selectRows(postgres(container), UNDELIVERED)
