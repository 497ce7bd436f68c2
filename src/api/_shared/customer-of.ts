import type { AuthContext } from "@medusajs/framework/http"

/** Id of the customer who is signed in, if any. */
export const customerOf = (req: object): string | undefined => {
  const { auth_context } = req as { auth_context?: AuthContext }
  return auth_context?.actor_id || undefined
}
