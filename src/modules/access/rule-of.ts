import type { MedusaRequest } from "@medusajs/framework/http"
import { findRule } from "./domain/routes/find-rule"
import type { RouteRule } from "./domain/routes/find-rule"
import { asksForPeople } from "./domain/routes/related-people"
import { pathOf } from "./path-of"

/**
 * What the route table asks of a request. A route of goods or settings that is asked for the orders, carts or customers
 * behind them is one that carries people.
 */
export const ruleOf = (req: MedusaRequest): RouteRule | null => {
  const rule = findRule(req.method, pathOf(req))
  if (rule?.needs !== "catalogue:use" || !asksForPeople(req.query.fields)) return rule
  return { ...rule, needs: "related:read", purpose: "operation" }
}
