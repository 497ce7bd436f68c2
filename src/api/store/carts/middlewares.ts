import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../../shared/errors"
import { noteCartLogin } from "../../../workflows/personal-data"

const idIn = (body: unknown): string | null => {
  if (typeof body !== "object" || body === null || !("cart" in body)) return null
  const { cart } = body
  const hasId = typeof cart === "object" && cart !== null && "id" in cart
  return hasId && typeof cart.id === "string" ? cart.id : null
}

const actorOf = (req: MedusaRequest): string | undefined =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id

const note = (req: MedusaRequest, cartId: string | null): void => {
  const actor = actorOf(req)
  if (cartId === null || !actor) return
  noteCartLogin(req.scope, cartId, actor).catch((error: unknown) => {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`dk-personal-data: the login of a cart was not noted (${errorName(error)})`)
  })
}

/**
 * Medusa gives a cart to the account whose e-mail was typed. Which carts the account's owner made is noted here, once
 * the answer is handed over, whether or not it arrives: it never stands in the way of a purchase. A lost note leaves the
 * cart to staff.
 */
const noteLogin = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
  const send = res.json.bind(res)
  res.json = (body) => {
    const sent = send(body)
    note(req, idIn(body))
    return sent
  }
  next()
}

export const storeCartLoginMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts*", methods: ["POST"], middlewares: [noteLogin] },
]
