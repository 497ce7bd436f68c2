import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hasPermission, requirePermission } from "../../modules/access"
import type { Permission } from "../../modules/access"
import type { AdminSubjectRequestKind } from "../../types/http"
import { getRequest } from "../../workflows/subject-request"

/** What the effect of a kind needs beside the right to work on requests. */
const NEEDS: Readonly<Partial<Record<AdminSubjectRequestKind, Permission>>> = {
  access: "personal-data:export",
  portability: "personal-data:export",
  rectification: "customers:write",
  erasure: "personal-data:erase",
  restriction: "restrictions:write",
  objection_marketing: "consents:write",
  consent_withdrawal: "consents:write",
}

/** Whether whoever sent the request may do what a request of the kind asks for. */
export const mayEffect = async (
  req: MedusaRequest,
  kind: AdminSubjectRequestKind
): Promise<boolean> => {
  const needed = NEEDS[kind]
  return needed === undefined || (await hasPermission(req, needed))
}

/** Passes those who may do what the request asks for; everybody else is answered 403. */
export const mayCarryOut = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const { kind } = await getRequest(req.scope, req.params.id ?? "")
  const needed = NEEDS[kind]
  if (needed === undefined) next()
  else await requirePermission(needed)(req, res, next)
}
