import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { validateQuery } from "../../../_shared/validate-query"
import { storeNoticeListQuery } from "./validators"

/** Medusa takes `locale` out of a store's query, for its translations; here it says which notices are meant. */
const giveLocaleBack = (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
  const locale = new URL(req.originalUrl, "http://localhost").searchParams.get("locale")
  if (locale !== null) req.query.locale = locale
  next()
}

export const storeNoticeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/privacy/notices",
    methods: ["GET"],
    middlewares: [giveLocaleBack, validateQuery(storeNoticeListQuery, { isList: true })],
  },
]
