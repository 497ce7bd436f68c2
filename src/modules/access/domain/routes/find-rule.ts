import { CORE_ROUTES } from "./core"
import { OWN_ROUTES } from "./own"
import type { RouteRule } from "./rule"

export type { ReadPurpose, RouteRule } from "./rule"

/** Every route of Medusa's Admin and of this plugin under `/admin`; ours first, since they are the narrower ones. */
export const ROUTE_TABLE: readonly RouteRule[] = [...OWN_ROUTES, ...CORE_ROUTES]

const CORES: ReadonlySet<RouteRule> = new Set(CORE_ROUTES)

/** Whether the route is Medusa's own, with core's policies before it when RBAC is on. */
export const isCores = (rule: RouteRule): boolean => CORES.has(rule)

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const patternOf = (path: string): RegExp => {
  const parts = path
    .split("/")
    .slice(1)
    .map((part) => {
      if (part === "*") return "(?:/.*)?"
      return part.startsWith(":") ? "/[^/]+" : `/${escape(part)}`
    })
  return new RegExp(`^${parts.join("")}/?$`, "i")
}

/** Whether a path is of a form such as `/admin/reviews/*`. */
export const fitsPath = (form: string, path: string): boolean => patternOf(form).test(path)

const COMPILED = ROUTE_TABLE.map((rule) => ({ rule, pattern: patternOf(rule.path) }))

/** By the part after `/admin/`, so that a request is compared with the few rules that can fit. */
const byFolder = new Map<string, typeof COMPILED>()
for (const compiled of COMPILED) {
  const folder = compiled.rule.path.split("/")[2] ?? ""
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), compiled])
}

/**
 * The rule of a request, or null for a route of another plugin or of the store's own.
 *
 * @param path as Express matches it: not decoded, without the query, any case
 */
export const findRule = (method: string, path: string): RouteRule | null => {
  const folder = path.split("/")[2]?.toLowerCase() ?? ""
  // Express answers HEAD with what it has for GET.
  const asked = method === "HEAD" ? "GET" : method
  const found = byFolder
    .get(folder)
    ?.find(
      ({ rule, pattern }) => (rule.method === asked || rule.method === "*") && pattern.test(path)
    )
  return found?.rule ?? null
}
