import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceSeriesResponse } from "../../../../types/http"
import { listInvoiceSeries, openInvoiceSeries } from "../../../../workflows/invoice"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { LiveSeriesBody } from "./validators"

/** `{ invoice_series }`: the series of numbers, the live one first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminInvoiceSeriesResponse>
): Promise<void> => {
  res.json({ invoice_series: await listInvoiceSeries(req.scope) })
}

/**
 * `{ prefix?, first_number, starts_at? }` → 201 `{ invoice_series }`: opens the series of valid numbers, once and for
 * good, under the name of who asks. 409 `series_is_live`.
 */
export const POST = answerConflictsOfStaff<LiveSeriesBody>(
  async (req, res: MedusaResponse<AdminInvoiceSeriesResponse>) => {
    const { prefix, first_number, starts_at: startsAt } = req.validatedBody
    const answer: AdminInvoiceSeriesResponse = {
      invoice_series: await openInvoiceSeries(req.scope, {
        prefix,
        first_number,
        starts_at: startsAt === undefined ? undefined : new Date(startsAt),
        opened_by: req.auth_context.actor_id,
      }),
    }
    res.status(201).json(answer)
  }
)
