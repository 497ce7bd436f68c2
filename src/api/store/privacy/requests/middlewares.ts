import { authenticate } from "@medusajs/framework/http"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { countCaller } from "../../../../workflows/subject-request"
import { validateBody } from "../../../_shared/validate-body"
import { askBody, tokenBody } from "./validators"

const PATH = "/store/privacy/requests"

/** 429 with Retry-After for an internet address that calls too often, whatever it asks. */
const limitCaller =
  (does: "ask" | "link") =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      const { isAllowed, retryAfterSeconds } = await countCaller(req.scope, does, req.ip ?? "")
      if (isAllowed) {
        next()
        return
      }
      res
        .status(429)
        .set("Retry-After", retryAfterSeconds.toString())
        .json({ type: "not_allowed", code: "too_many_requests", message: "Try again later." })
    } catch (error) {
      next(error)
    }
  }

export const storePrivacyRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [
      limitCaller("ask"),
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      validateBody(askBody),
    ],
  },
  ...["confirm", "status", "archive"].map((action) => ({
    matcher: `${PATH}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [limitCaller("link"), validateBody(tokenBody)],
  })),
]
