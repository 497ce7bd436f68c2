import type { MiddlewareRoute } from "@medusajs/framework/http"

/** The body stays unread until the token is verified. */
export const netsHookMiddlewares: MiddlewareRoute[] = [
  { matcher: "/hooks/nets/:session_id", methods: ["POST"], bodyParser: false },
]
