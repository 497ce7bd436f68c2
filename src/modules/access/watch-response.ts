import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { postgres, selectRows } from "../../shared/postgres"
import { actorOf, shipsOnly } from "./actor"
import type { Actor } from "./actor"
import { findPeople } from "./domain/find-people"
import { findRule } from "./domain/routes/find-rule"
import type { ReadPurpose, RouteRule } from "./domain/routes/find-rule"
import { stripForShipping } from "./domain/strip-for-shipping"
import { pathOf } from "./path-of"
import { personFields } from "./person-fields"
import type { AccessEvent, ReadLog } from "./read-log"
import type AccessModuleService from "./service"

type Watched = {
  purpose: ReadPurpose
  rule: RouteRule
  actor: Actor
  log: ReadLog
  isLogged: boolean
}

const logOf = (req: MedusaRequest): ReadLog =>
  req.scope.resolve<AccessModuleService>("dk_access").readLog

/** The route as it is declared, once Express has found it; before that the rule's. */
const routeOf = (req: MedusaRequest, rule: RouteRule): string => {
  const route: unknown = req.route
  const isDeclared = typeof route === "object" && route !== null && "path" in route
  const path = isDeclared && typeof route.path === "string" ? route.path : rule.path
  return `${req.method} ${path}`
}

const eventOf = (
  req: MedusaRequest,
  { purpose, rule, actor, isLogged }: Watched,
  subjects: readonly string[]
): AccessEvent | null =>
  actor.type === "nobody" || !isLogged
    ? null
    : {
        actor_type: actor.type,
        actor_id: actor.id,
        role: actor.role,
        route: routeOf(req, rule),
        purpose,
        subject_ids: subjects,
      }

const note = (req: MedusaRequest, watched: Watched, subjects: readonly string[]): void => {
  const event = subjects.length > 0 ? eventOf(req, watched, subjects) : null
  if (event) watched.log.note(event)
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value]
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : []
}

/** As Medusa makes them: never an e-mail, a number or a ticket. */
const ID = /^[a-z]+_[0-9A-Z]{26}$/

const NAMED = [
  "customer_id",
  "order_id",
  "selection_id",
  "confirmed_order_ids",
  "subject_id",
] as const

/** Who is known by an e-mail, in any case. */
const BY_EMAIL = `
  SELECT id FROM customer WHERE lower(email) = lower(:email)
  UNION SELECT id FROM "order" WHERE lower(email) = lower(:email)`

/** Whom a request names: what is logged before anything is done. */
const askedFor = async (req: MedusaRequest): Promise<string[]> => {
  const asked: Record<string, unknown> = { ...req.query, ...(req.body ?? {}) }
  const ids = [...NAMED.flatMap((name) => textsOf(asked[name])), ...pathOf(req).split("/")].filter(
    (text) => ID.test(text)
  )
  if (typeof asked.email !== "string") return ids
  const found = await selectRows<{ id: string }>(postgres(req.scope), BY_EMAIL, {
    email: asked.email.trim(),
  })
  return [...ids, ...found.map(({ id }) => id)]
}

const logFirst = async (req: MedusaRequest, watched: Watched): Promise<void> => {
  const event = eventOf(req, watched, await askedFor(req))
  if (event) await watched.log.write(event)
}

/** Who an answer that is no JSON is about, told by its route. */
const told = new WeakMap<MedusaRequest, string[]>()

/** A route that answers with a page, a PDF or a file says whose it is: `cus_…`, `order_…` or `cart_…`. */
export const carriesPeople = (req: MedusaRequest, ids: readonly (string | null)[]): void => {
  const known = ids.filter((id) => id !== null)
  told.set(req, [...(told.get(req) ?? []), ...known])
}

const watchJson = (
  req: MedusaRequest,
  res: MedusaResponse,
  watched: Watched,
  isNarrow: boolean
): void => {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    carriesPeople(req, findPeople(body, personFields()))
    return send(isNarrow ? stripForShipping(body) : body)
  }
  res.once("finish", () => {
    const subjects = [...new Set(told.get(req) ?? [])]
    if (watched.rule.logFirst || res.statusCode >= 400) return
    note(req, watched, subjects)
  })
}

const DATA = /^data: (.*)$/gm

/** Events of running workflows carry whole carts, and end when the browser goes. */
const watchStream = (req: MedusaRequest, res: MedusaResponse, watched: Watched): void => {
  const write = res.write.bind(res)
  res.write = (chunk: unknown, ...rest: never[]) => {
    for (const [, json = ""] of String(chunk).matchAll(DATA)) {
      note(req, watched, peopleIn(json))
    }
    return write(chunk, ...rest)
  }
}

const peopleIn = (json: string): string[] => {
  try {
    return findPeople(JSON.parse(json), personFields())
  } catch {
    return []
  }
}

const isStream = (req: MedusaRequest): boolean => req.path.endsWith("/subscribe")

/**
 * Middleware that sees every answer of a route that can carry people's data, once: who is in it goes to the read log, and
 * the warehouse gets what it ships by. Routes without such data are passed by at once.
 */
export const watchResponse = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const rule = findRule(req.method, pathOf(req))
  if (!rule?.purpose) {
    next()
    return
  }
  const actor = await actorOf(req)
  const log = logOf(req)
  const isLogged = await log.isOn()
  const watched = { purpose: rule.purpose, rule, actor, log, isLogged }
  if (rule.logFirst && isLogged) await logFirst(req, watched)
  if (isStream(req)) watchStream(req, res, watched)
  else watchJson(req, res, watched, await shipsOnly(req.scope, actor))
  next()
}
