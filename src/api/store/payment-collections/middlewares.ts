import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { requireBuyerBeforePayment } from "../../../workflows/buyer"
import { requireShownNotice } from "../../../workflows/consent"
import { requireGiftCardKinds } from "../../../workflows/invoice"
import { refuseWhilePaid } from "../../../workflows/nets"
import { checkBefore } from "../../_shared/answer-conflicts"
import { cutNetsSessionData } from "../../_shared/nets-session-data"
import { cutOnAccountData, refuseOnAccount } from "../../_shared/on-account-session"

const requireBuyer = (req: MedusaRequest): Promise<void> =>
  requireBuyerBeforePayment(req.scope, req.params.id ?? "")

const refuseSecondPayment = (req: MedusaRequest): Promise<void> =>
  refuseWhilePaid(req.scope, req.params.id ?? "")

const requireNotice = (req: MedusaRequest): Promise<void> =>
  requireShownNotice(req.scope, req.params.id ?? "")

const requireKinds = (req: MedusaRequest): Promise<void> =>
  requireGiftCardKinds(req.scope, req.params.id ?? "")

export const netsPaymentSessionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [
      checkBefore(refuseOnAccount),
      checkBefore(requireNotice),
      checkBefore(requireBuyer),
      checkBefore(requireKinds),
      checkBefore(refuseSecondPayment),
      cutNetsSessionData,
      cutOnAccountData,
    ],
  },
]
