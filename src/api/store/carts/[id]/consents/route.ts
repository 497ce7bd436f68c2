import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { StoreCartConsents } from "../../../../../types/http"
import { CONSENT_MODULE } from "../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../modules/consent"
import { checkCartAccess } from "../../../../../workflows/consent"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import type { CartConsentsBody } from "./validators"

const actorOf = (req: MedusaRequest): string | undefined =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id

const answer = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreCartConsents>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const id = req.params.id ?? ""
  const choices = await service.findChoicesOfCart(id)
  const consents = choices.map(({ purpose, channel, state }) => ({ purpose, channel, state }))
  res.json({ notices: await service.findNoticesOfCart(id), consents })
}

/** `{ notices, consents }`: what the checkout of a cart showed, and what was chosen. 404 for a signed-in stranger. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreCartConsents>
): Promise<void> => {
  await checkCartAccess(req.scope, req.params.id ?? "", actorOf(req), false)
  await answer(req, res)
}

/** Says which notices the checkout shows and what was chosen beside them. 400 naming `notices` or the choice; 409 `cart_completed` once it is an order. */
export const POST = answerConflicts<CartConsentsBody>(
  async (req, res: MedusaResponse<StoreCartConsents>) => {
    const id = req.params.id ?? ""
    await checkCartAccess(req.scope, id, actorOf(req), true)
    const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
    await service.noteInCart(id, req.validatedBody)
    await answer(req, res)
  }
)
