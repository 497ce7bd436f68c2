import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { findRestricted } from "../../modules/personal-data"
import { postgres } from "../../shared/postgres"

/**
 * Answers 423 `restricted` while the data of whom the path names may only be stored (GDPR Art. 18). It stands before edits
 * by staff and nothing else: money, parcels, returns, claims and the person's own rights go on (Art. 18(2)).
 */
const refuseRestricted =
  (kind: "customerIds" | "orderIds") =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const id = req.params.id ?? ""
    const found = await findRestricted(postgres(req.scope), { [kind]: [id] }, new Date())
    const ground = found.get(id)
    if (ground === undefined) {
      next()
      return
    }
    res.status(423).json({
      type: "not_allowed",
      code: "restricted",
      message: `The person's data may only be stored (GDPR Art. 18, ${ground}). Lift the restriction before the data is changed.`,
    })
  }

const ofCustomer = refuseRestricted("customerIds")
const ofOrder = refuseRestricted("orderIds")

export const restrictedMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/customers/:id", methods: ["POST", "DELETE"], middlewares: [ofCustomer] },
  { matcher: "/admin/customers/:id/addresses", methods: ["POST"], middlewares: [ofCustomer] },
  {
    matcher: "/admin/customers/:id/addresses/:address_id",
    methods: ["POST", "DELETE"],
    middlewares: [ofCustomer],
  },
  { matcher: "/admin/customers/:id/buyer", methods: ["POST"], middlewares: [ofCustomer] },
  { matcher: "/admin/orders/:id", methods: ["POST"], middlewares: [ofOrder] },
  { matcher: "/admin/orders/:id/buyer", methods: ["POST"], middlewares: [ofOrder] },
  { matcher: "/admin/draft-orders/:id", methods: ["POST"], middlewares: [ofOrder] },
  { matcher: "/admin/draft-orders/:id/buyer", methods: ["POST"], middlewares: [ofOrder] },
]
