import type { Permission } from "../roles"

/** Why staff reads people's data there: what the log and the person's extract say. */
export type ReadPurpose =
  "orders" | "customer_service" | "shipping" | "payment" | "bookkeeping" | "privacy" | "operation"

/** What one route, or all routes of a form, asks of whoever calls it and tells of people. */
export type RouteRule = {
  /** `*` for all that no other rule names. */
  method: "GET" | "POST" | "DELETE" | "*"
  /** `:id` is one part; a last `*` is any number of parts, also none. */
  path: string
  needs: Permission
  /** Set where an answer can carry people's data: then it is logged and addresses are masked. */
  purpose: ReadPurpose | null
  /** Logged before the answer is sent, and refused when that fails. */
  logFirst: boolean
}

type Options = { purpose?: ReadPurpose; logFirst?: boolean }

const rule =
  (method: RouteRule["method"]) =>
  (path: string, needs: Permission, { purpose, logFirst = false }: Options = {}): RouteRule => ({
    method,
    path,
    needs,
    purpose: purpose ?? null,
    logFirst,
  })

export const get = rule("GET")
export const post = rule("POST")
export const any = rule("*")
