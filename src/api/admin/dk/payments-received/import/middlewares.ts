import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { paymentImportBody } from "./validators"

export const adminPaymentImportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/payments-received/import",
    methods: ["POST"],
    bodyParser: { sizeLimit: "5mb" },
    middlewares: [validateBody(paymentImportBody)],
  },
]
