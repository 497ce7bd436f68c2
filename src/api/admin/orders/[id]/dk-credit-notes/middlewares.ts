import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { creditNoteBody } from "./validators"

export const adminCreditNoteMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/dk-credit-notes",
    methods: ["POST"],
    middlewares: [validateBody(creditNoteBody)],
  },
]
