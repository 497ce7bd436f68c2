import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { actorOf, shipsOnly } from "./actor"
import type { Actor } from "./actor"
import { findPeople } from "./domain/find-people"
import {
  findPersonKeys,
  hasUnownedAddress,
  hideAddresses,
  maskAddresses,
} from "./domain/mask-addresses"
import type { ReadPurpose, RouteRule } from "./domain/routes/find-rule"
import { stripForShipping } from "./domain/strip-for-shipping"
import { pathOf } from "./path-of"
import { findProtected, isAnybodyProtected } from "./protection"
import { personFields } from "./person-fields"
import type { AccessEvent, ReadLog } from "./read-log"
import { ruleOf } from "./rule-of"
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

/** A read as it is logged; null when nobody is asked to answer for it, or reads are not logged yet. */
export const eventOf = (
  req: MedusaRequest,
  { purpose, rule, actor, isLogged }: Watched,
  subjects: readonly string[]
): AccessEvent | null =>
  actor.type === "nobody" || actor.type === "gone" || !isLogged
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

/** As Express gives it to the route; what is not well-formed names nobody. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Whom a request names: what is logged before anything is done. */
const askedFor = async (req: MedusaRequest): Promise<string[]> => {
  const asked: Record<string, unknown> = { ...req.query, ...(req.body ?? {}) }
  const ids = [...NAMED.flatMap((name) => textsOf(asked[name])), ...partsOf(req)].filter((text) =>
    ID.test(text)
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

/** Answers that exist to show an address, which are logged before. */
const shown = new WeakSet()

/** Answers with protected addresses as they are: only for routes that exist to show them. */
export const answerUnmasked = <Body>(res: MedusaResponse<Body>, body: Body): void => {
  shown.add(res)
  res.set("Cache-Control", "no-store").json(body)
}

/** The path may be the only thing that names the person. */
const partsOf = (req: MedusaRequest): string[] => pathOf(req).split("/").map(decoded)

/**
 * Whoever leaves out the ids that tell whose an address is gets none, as soon as anybody's is not shown. That somebody's is
 * not was read when the request came; whose, is read now.
 */
const mask = async (req: MedusaRequest, actor: Actor, body: unknown): Promise<unknown> => {
  const connection = postgres(req.scope)
  if (!(actor.isAnybodyProtected ?? (await isAnybodyProtected(connection)))) return body
  const path = partsOf(req)
  const keys = findPersonKeys([path, body])
  const masked =
    keys === null ? body : maskAddresses(body, await findProtected(connection, keys), path)
  return hasUnownedAddress(masked) ? hideAddresses(masked, "unowned") : masked
}

type Answer = { req: MedusaRequest; res: MedusaResponse }

/** The answer goes out when it is known whose addresses are not shown, and never when that fails. */
const watchJson = ({ req, res }: Answer, watched: Watched, isNarrow: boolean): void => {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    // What Express is asked to answer after an error is not looked at again.
    res.json = send
    carriesPeople(req, findPeople(body, personFields()))
    if (isNarrow) return send(stripForShipping(body))
    if (shown.has(res)) return send(body)
    mask(req, watched.actor, body)
      .then(send)
      .catch((error: unknown) => {
        // Not by `next`: when an error is answered, Express has nothing left but a page with the error's stack.
        req.scope
          .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
          .error(`An answer could not be masked or written: ${errorName(error)}`)
        if (res.headersSent) return
        res.status(500)
        send({
          code: "unknown_error",
          type: "unknown_error",
          message: "An unknown error occurred.",
        })
      })
    return res
  }
  // Also when whoever asked went away before the end.
  res.once("close", () => {
    const subjects = [...new Set(told.get(req) ?? [])]
    if (watched.rule.logFirst || res.statusCode >= 400) return
    note(req, watched, subjects)
  })
}

const DATA = /^data: (.*)$/gm

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Events of running workflows carry whole carts, and end when the browser goes; nobody's address is shown in them. */
const watchStream = ({ req, res }: Answer, watched: Watched): void => {
  const write = res.write.bind(res)
  res.write = (chunk: unknown, ...rest: never[]) => {
    const shownText = String(chunk).replace(DATA, (line: string, json: string) => {
      const body = parse(json)
      if (body === null) return line
      note(req, watched, findPeople(body, personFields()))
      return `data: ${JSON.stringify(hideAddresses(body, "all"))}`
    })
    return write(shownText, ...rest)
  }
}

const isStream = (req: MedusaRequest): boolean => /\/subscribe\/?$/i.test(pathOf(req))

/**
 * Middleware that sees every answer of a route that can carry people's data, once: who is in it goes to the read log,
 * protected addresses are masked, and the warehouse gets what it ships by. Routes without such data are passed by at once.
 */
export const watchResponse = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const rule = ruleOf(req)
  if (!rule?.purpose) {
    next()
    return
  }
  const actor = await actorOf(req)
  const log = logOf(req)
  const isLogged = await log.isOn()
  const watched = { purpose: rule.purpose, rule, actor, log, isLogged }
  if (rule.logFirst && isLogged) await logFirst(req, watched)
  const answer = { req, res }
  if (isStream(req)) watchStream(answer, watched)
  else watchJson(answer, watched, await shipsOnly(req.scope, actor))
  next()
}
