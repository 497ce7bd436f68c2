import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { isOperatorEmail, requirePermission } from "../../../modules/access"
import { forbidden } from "../../../shared/errors"

type EmailBody = { email?: string }

const inviteOperators = requirePermission("operators:invite")

/** An operator's address may export and erase people, so only an operator invites one. */
const guardInvite = async (
  req: AuthenticatedMedusaRequest<EmailBody>,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  if (isOperatorEmail(req.scope, req.validatedBody.email ?? ""))
    await inviteOperators(req, res, next)
  else next()
}

/** Whoever accepts an invite may write another e-mail than the invited one; never an operator's. */
const guardAcceptance = async (
  req: MedusaRequest<EmailBody>,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const { email } = req.validatedBody
  if (email === undefined || !isOperatorEmail(req.scope, email)) {
    next()
    return
  }
  const users = req.scope.resolve(Modules.USER)
  const invite = await users
    .validateInviteToken(String(req.filterableFields.token))
    .catch(() => undefined)
  const isInvited = invite?.email.toLowerCase() === email.toLowerCase()
  next(isInvited ? undefined : forbidden("email: The invite is for another address."))
}

export const adminInviteMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/invites", methods: ["POST"], middlewares: [guardInvite] },
  { matcher: "/admin/invites/accept", methods: ["POST"], middlewares: [guardAcceptance] },
]
