import { authenticate } from "@medusajs/framework/http"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { notFound } from "../../shared/errors"
import { isGuestOrder, isOwnOrder } from "../../workflows/invoice"

/** Header that carries a guest's token. Never a query: query strings land in logs. */
const TOKEN_HEADER = "x-dk-invoice-token"

/** Whoever is logged in is known to what follows; whoever is not goes on too. */
export const signedInOrGuest: ReturnType<typeof authenticate> = authenticate(
  "customer",
  ["session", "bearer"],
  {
    allowUnauthenticated: true,
  }
)

const actorOf = (req: MedusaRequest): string | undefined =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context?.actor_id

/** True when the account of the order is signed in. */
export const isOrderOfActor = (req: MedusaRequest, orderId: string): Promise<boolean> =>
  isOwnOrder(req.scope, orderId, actorOf(req))

const isTokenShown = async (req: MedusaRequest, orderId: string): Promise<boolean> => {
  const token = req.get(TOKEN_HEADER)
  if (token === undefined) return false
  const service = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  return (await service.isOrderToken(orderId, token)) && isGuestOrder(req.scope, orderId)
}

/** The answer to everybody who may not see an order, whether there is one or not. */
export const orderNotFound = () => notFound("The order was not found.")

/** True for the account of the order, and for whoever shows the token of a guest's order. */
export const mayReadOrder = async (req: MedusaRequest, orderId: string): Promise<boolean> =>
  (await isTokenShown(req, orderId)) || (await isOrderOfActor(req, orderId))

/** Lets the account of the order pass, or whoever shows the order's token. All others see no order. */
export const requireOwnOrder = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  next((await mayReadOrder(req, req.params.id ?? "")) ? undefined : orderNotFound())
}
