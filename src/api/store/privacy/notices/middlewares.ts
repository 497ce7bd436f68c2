import { validateAndTransformQuery } from "@medusajs/framework/http"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { storeNoticeListQuery } from "./validators"

/** Medusa takes `locale` out of the query of store routes, for its translations; here it is a filter. */
const keepLocale = (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
  const locale = new URL(req.originalUrl, "http://store.invalid").searchParams.get("locale")
  if (locale !== null) req.query.locale = locale
  next()
}

export const storeNoticeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/privacy/notices",
    methods: ["GET"],
    middlewares: [keepLocale, validateAndTransformQuery(storeNoticeListQuery, { isList: true })],
  },
]
