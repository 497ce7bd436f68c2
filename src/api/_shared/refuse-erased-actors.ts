import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { isErasedActor } from "../../workflows/personal-data"

const hasActor = (req: MedusaRequest): req is AuthenticatedMedusaRequest =>
  "auth_context" in req &&
  Boolean((req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id)

/** Medusa checks only a token's signature, so an erased account's token would live until it expires. */
const refuseErasedActor = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  if (hasActor(req) && (await isErasedActor(req.scope, req.auth_context.actor_id))) {
    res.status(401).json({ type: "unauthorized", message: "Unauthorized" })
    return
  }
  next()
}

export const erasedActorMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store*", middlewares: [refuseErasedActor] },
  { matcher: "/auth/token/refresh", methods: ["POST"], middlewares: [refuseErasedActor] },
  { matcher: "/auth/session", methods: ["POST"], middlewares: [refuseErasedActor] },
]
