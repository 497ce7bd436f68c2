import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminSubjectRequestListResponse,
  AdminSubjectRequestResponse,
} from "../../../../types/http"
import { addRequest, findRequests } from "../../../../workflows/subject-request"
import type { RequestBody, RequestListQuery } from "./validators"

/** `{ requests, count, offset, limit }`, the next deadline first unless `order` says else; filters `kind`, `state`, `open`, `q` and `customer_id`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RequestListQuery>,
  res: MedusaResponse<AdminSubjectRequestListResponse>
): Promise<void> => {
  const { open, limit, offset, ...filters } = req.validatedQuery
  const found = await findRequests(req.scope, { ...filters, is_open: open, limit, offset })
  res.json({ ...found, offset, limit })
}

/** 201 `{ request }`: what came by mail, phone or letter, with the day it came. 400 naming the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RequestBody>,
  res: MedusaResponse<AdminSubjectRequestResponse>
): Promise<void> => {
  const input = { ...req.validatedBody, created_by: req.auth_context.actor_id }
  res.status(201).json({ request: await addRequest(req.scope, input) })
}
