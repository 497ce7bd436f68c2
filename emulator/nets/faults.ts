import { coded } from "./errors"
import type { Call, Reply } from "./http"
import type { Random } from "./random"

/**
 * What goes wrong with a call of the payment API.
 *
 * - nothing happened: `unavailable` (500 1000), `html` (a 502 page), `reset` (the connection), `refused` (402 with `code`)
 * - it happened all the same: `error_after` (500 1000), `answer_lost` (the connection closes), `timeout` (no answer
 *   for `ms`), `slow_body` (the answer takes `ms`), `truncated` (half of the JSON), `wrong_case` (names of fields)
 */
export type FaultKind =
  | "unavailable"
  | "html"
  | "reset"
  | "refused"
  | "error_after"
  | "answer_lost"
  | "timeout"
  | "slow_body"
  | "truncated"
  | "wrong_case"

const KINDS: readonly FaultKind[] = [
  "unavailable",
  "html",
  "reset",
  "refused",
  "error_after",
  "answer_lost",
  "timeout",
  "slow_body",
  "truncated",
  "wrong_case",
]

type Target = { path: string; method?: string; kind: FaultKind; ms: number; code: number }

/** A fault for the next call whose path contains `path`, after `skip` such calls went well. */
export type Fault = Target & { skip: number }

/** A fault that happens to a share of the calls. */
export type FaultRate = Target & { rate: number }

export type Faults = {
  next: Fault[]
  rates: FaultRate[]
  happened: Partial<Record<FaultKind, number>>
}

export const noFaults = (): Faults => ({ next: [], rates: [], happened: {} })

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0

const DEFAULT_MS = 60_000

const readTarget = (body: Record<string, unknown>): Target | undefined => {
  const kind = KINDS.find((known) => known === body.kind)
  const path = body.path ?? ""
  if (!kind || typeof path !== "string") return undefined
  return {
    kind,
    path,
    ms: isCount(body.ms) ? body.ms : DEFAULT_MS,
    code: isCount(body.code) ? body.code : 1020,
    ...(typeof body.method === "string" && { method: body.method }),
  }
}

/** A fault from a control call, or undefined when it names none. */
export const readFault = (body: Record<string, unknown>): Fault | undefined => {
  const target = readTarget(body)
  return target && { ...target, skip: isCount(body.skip) ? body.skip : 0 }
}

export const readFaultRate = (body: Record<string, unknown>): FaultRate | undefined => {
  const target = readTarget(body)
  const { rate } = body
  return target && isCount(rate) && rate <= 1 ? { ...target, rate } : undefined
}

const fits = ({ path, method }: Target, call: Call): boolean =>
  call.path.includes(path) && (method === undefined || method === call.method)

const takeNext = (faults: Faults, call: Call): Fault | undefined => {
  const matching = faults.next.filter((fault) => fits(fault, call))
  const due = matching.find(({ skip }) => skip === 0)
  for (const fault of matching) fault.skip = Math.max(0, fault.skip - 1)
  if (due) faults.next.splice(faults.next.indexOf(due), 1)
  return due
}

/** The fault this call meets: one that was asked for, else one by chance. */
export const takeFault = (faults: Faults, random: Random, call: Call): Target | undefined => {
  const fault =
    takeNext(faults, call) ??
    faults.rates
      .filter((one) => fits(one, call))
      .find(({ kind, path, rate }) => random.happens(`fault:${kind}:${path}`, rate))
  if (fault) faults.happened[fault.kind] = (faults.happened[fault.kind] ?? 0) + 1
  return fault
}

const UNKNOWN = coded(500, 1000).reply
const HTML_PAGE: Reply = { status: 502, html: "<html><body><h1>Bad gateway</h1></body></html>" }

/** The answer of a fault that keeps the call from happening. */
export const answerBefore = ({ kind, code }: Target): Reply | undefined => {
  if (kind === "unavailable") return UNKNOWN
  if (kind === "html") return HTML_PAGE
  return kind === "refused" ? coded(402, code, "Issuer").reply : undefined
}

const upperFirst = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(upperFirst)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    upperFirst(inner),
  ])
  return Object.fromEntries(entries)
}

/** The answer of a fault after the call has happened. */
export const answerAfter = ({ kind }: Target, reply: Reply): Reply => {
  if (kind === "error_after") return UNKNOWN
  return kind === "wrong_case" && reply.json !== undefined
    ? { ...reply, json: upperFirst(reply.json) }
    : reply
}
