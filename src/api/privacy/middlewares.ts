import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

const LINK = "/privacy/unsubscribe"

/** The token is cut from the address that Medusa's log of requests tells; routing goes by another property. */
const cutToken = (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
  req.originalUrl = `${LINK}/-`
  next()
}

/** Open to everybody: the token, in the path or in the body, is what is shown. */
export const publicPrivacyMiddlewares: MiddlewareRoute[] = [
  { matcher: `${LINK}*`, middlewares: [cutToken] },
  { matcher: `${LINK}/:token`, methods: ["POST"], bodyParser: { sizeLimit: "4kb" } },
  {
    matcher: "/privacy/subscriptions/confirm",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
  },
]
