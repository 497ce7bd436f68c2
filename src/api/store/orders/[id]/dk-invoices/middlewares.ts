import { authenticate } from "@medusajs/framework/http"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { INVOICE_MODULE } from "../../../../../modules/invoice"
import type { InvoiceModuleService } from "../../../../../modules/invoice"
import { notFound } from "../../../../../shared/errors"
import { isGuestOrder, isOwnOrder } from "../../../../../workflows/invoice"

/** Header that carries a guest's token. Never a query: query strings land in logs. */
const TOKEN_HEADER = "x-dk-invoice-token"

/** Lets the account of the order pass, or whoever shows the order's token. All others see no order. */
const requireOwnOrder = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const orderId = req.params.id ?? ""
  const service = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { auth_context } = req as Partial<AuthenticatedMedusaRequest>
  const isAllowed =
    ((await service.isOrderToken(orderId, req.get(TOKEN_HEADER))) &&
      (await isGuestOrder(req.scope, orderId))) ||
    (await isOwnOrder(req.scope, orderId, auth_context?.actor_id))
  next(isAllowed ? undefined : notFound("The order was not found."))
}

const signedInOrGuest = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

export const storeInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/orders/:id/dk-invoices",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
  {
    matcher: "/store/orders/:id/dk-invoices/:invoice_id/html",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
  {
    matcher: "/store/orders/:id/dk-invoices/:invoice_id/pdf",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
]
