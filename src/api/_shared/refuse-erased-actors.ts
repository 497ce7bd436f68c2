import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthContext, MiddlewareRoute } from "@medusajs/framework/http"
import { isErasedActor, isLoginGone, noteVisit } from "../../workflows/personal-data"

const contextOf = (req: object): Partial<AuthContext> =>
  ("auth_context" in req ? (req.auth_context as Partial<AuthContext> | undefined) : undefined) ?? {}

const refuse = (res: MedusaResponse): void => {
  res.status(401).json({ type: "unauthorized", message: "Unauthorized" })
}

/** Medusa checks only a token's signature, so an erased account's token would live until it expires. */
const refuseErasedActor = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const { actor_id: actor, auth_identity_id: login = "" } = contextOf(req)
  if (actor && (await isErasedActor(req.scope, actor, login))) {
    refuse(res)
    return
  }
  // Who visits without buying is not inactive.
  if (actor && contextOf(req).actor_type === "customer") await noteVisit(req.scope, actor)
  next()
}

/** The same where a token stands for a login alone, before there is a customer. */
const refuseErasedLogin = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const { auth_identity_id: login } = contextOf(req)
  if (login && (await isLoginGone(req.scope, login))) refuse(res)
  else await refuseErasedActor(req, res, next)
}

/** Medusa's own matchers, letter by letter, so that these run after its authentication. Logging out stays possible. */
const AUTH_ROUTES: readonly Pick<MiddlewareRoute, "matcher" | "methods">[] = [
  { matcher: "/auth/token/refresh", methods: ["POST"] },
  { matcher: "/auth/session", methods: ["POST"] },
  { matcher: "/auth/mfa/challenges/:id/verify", methods: ["POST"] },
  { matcher: "/auth/mfa/factors", methods: ["GET", "POST"] },
  { matcher: "/auth/mfa/factors/:id/verify", methods: ["POST"] },
  { matcher: "/auth/mfa/factors/:id", methods: ["DELETE"] },
  { matcher: "/auth/mfa/recovery-codes", methods: ["POST"] },
  { matcher: "/auth/verification/request", methods: ["POST"] },
  { matcher: "/auth/verification/confirm", methods: ["POST"] },
]

export const erasedActorMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store*", middlewares: [refuseErasedActor] },
  ...AUTH_ROUTES.map((route) => ({ ...route, middlewares: [refuseErasedLogin] })),
]
