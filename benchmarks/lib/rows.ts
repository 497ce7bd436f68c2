import type { Stores, Turns } from "./blocks"
import { compare, quantile } from "./statistics"
import type { Comparison, Summary, Turn } from "./statistics"
import type { Intake } from "./webhooks"

export type Verdict = "kept" | "within the noise" | "not kept" | "not judged"

/** A line of the table. Texts as they are shown; `figure` is what the limit is about. */
export type Row = {
  what: string
  plugin: string
  plain: string
  figure: string
  limit: string
  /** What the plain store gives against itself, and how far chance alone takes it. */
  noise: string
  verdict: Verdict
  instead: string
  comparison?: Comparison
}

type Kind = {
  what: string
  turns: keyof Turns
  summary: Summary
  unit: string
  digits: number
  limit: number
  /** Fewer samples of a side than this say nothing. */
  needs: number
  /** Ratio, or what it is more. */
  isDifference?: true
  instead: string
}

const median = quantile(0.5)
const p95 = quantile(0.95)

const NOTHING_KEPT =
  "leave it out: no checks of the buyer, no consents, no proof of what was shown, no invoice"
const NO_LOG = "a proxy's log, which knows the address that was read, not whose data was in it"

const KINDS: readonly Kind[] = [
  {
    what: "checkout of a guest, from cart to order, median",
    turns: "checkout",
    summary: median,
    unit: "ms",
    digits: 0,
    limit: 1.05,
    needs: 20,
    instead: NOTHING_KEPT,
  },
  {
    what: "the same, 95th percentile",
    turns: "checkout",
    summary: p95,
    unit: "ms",
    digits: 0,
    limit: 1.05,
    needs: 200,
    instead: NOTHING_KEPT,
  },
  {
    what: "list of products in the shop",
    turns: "storeProducts",
    summary: median,
    unit: "ms",
    digits: 2,
    limit: 1.01,
    needs: 20,
    instead: "nothing: the plugin adds nothing here",
  },
  {
    what: "list of products in Admin, read log on",
    turns: "adminProducts",
    summary: median,
    unit: "ms",
    digits: 2,
    limit: 1.01,
    needs: 20,
    instead: NO_LOG,
  },
  {
    what: "list of orders in Admin, read log on",
    turns: "adminOrders",
    summary: median,
    unit: "ms",
    digits: 2,
    limit: 1.05,
    needs: 20,
    instead: NO_LOG,
  },
  {
    what: "start until ready",
    turns: "boot",
    summary: median,
    unit: "s",
    digits: 2,
    limit: 1.1,
    needs: 5,
    instead: "services of their own, each with a start of its own",
  },
  {
    what: "resident memory after the start",
    turns: "memory",
    summary: median,
    unit: "MB",
    digits: 0,
    limit: 40,
    needs: 5,
    isDifference: true,
    instead: "services of their own, about 50 MB each for Node alone",
  },
]

const times = (value: number): string => `${value.toFixed(3)} ×`
const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(0)}`

const verdictOf = (
  { value, noise, samples }: Comparison,
  { limit, needs }: Kind,
  margins: number
): Verdict => {
  if (samples < needs) return "not judged"
  if (value <= limit) return "kept"
  return value - margins * noise <= limit ? "within the noise" : "not kept"
}

const rowOf = (kind: Kind, turns: readonly Turn[], how: Judged): Row => {
  const comparison = compare(turns, {
    summary: kind.summary,
    compare: kind.isDifference ? (one, other) => one - other : (one, other) => one / other,
    seed: how.seed,
  })
  const { value, interval, self, noise } = comparison
  const shown = (of: number): string => `${of.toFixed(kind.digits)} ${kind.unit}`
  const isDifference = kind.isDifference === true
  const [least, most] = interval.map((bound) => (isDifference ? signed(bound) : bound.toFixed(3)))
  return {
    what: kind.what,
    plugin: shown(comparison.plugin),
    plain: shown(comparison.plain),
    figure: `${isDifference ? `${signed(value)} MB` : times(value)} (${least ?? ""} to ${most ?? ""})`,
    limit: isDifference ? `≤ +${kind.limit} MB` : `≤ ${kind.limit.toFixed(2)} ×`,
    noise: isDifference
      ? `${signed(self)} MB ± ${noise.toFixed(0)}`
      : `${times(self)} ± ${noise.toFixed(3)}`,
    verdict: verdictOf(comparison, kind, how.margins),
    instead: kind.instead,
    comparison,
  }
}

export type Judged = {
  seed: number
  /** How many times the noise a figure may lie above its limit before it counts as not kept. */
  margins: number
}

/** What the turns of the three stores say. */
export const comparisonRows = (turns: Turns, how: Judged): Row[] =>
  KINDS.filter((kind) => turns[kind.turns].length > 0).map((kind) =>
    rowOf(kind, turns[kind.turns], how)
  )

const INBOX = "Medusa's own door, which keeps a webhook in memory for five seconds"
const LEAST_A_SECOND = 300
const LONGEST_MS = 50

type Asked = { perSecond: number; isTimed: boolean }

/** Webhooks at Nets' door: what is timed is judged where the machine is known, what is counted always. */
export const intakeRows = (intake: Intake, { perSecond, isTimed }: Asked): Row[] => {
  const { accepted, receipts, refused } = intake
  const timed = (isKept: boolean): Verdict => {
    if (!isTimed) return "not judged"
    return isKept ? "kept" : "not kept"
  }
  const common = { noise: "", instead: INBOX }
  return [
    {
      ...common,
      what: "webhooks stored a second by one process, sixteen at once",
      plugin: `${intake.perSecond.toFixed(0)}/s`,
      plain: `${intake.medusaPerSecond.toFixed(0)}/s (kept in memory)`,
      figure: `${intake.perSecond.toFixed(0)}/s, ${intake.perProcessorSecond.toFixed(0)} by a second of its processor`,
      limit: `≥ ${LEAST_A_SECOND}/s`,
      verdict: timed(intake.perSecond >= LEAST_A_SECOND),
    },
    {
      ...common,
      what: `answer to a webhook, ${perSecond} a second, 99th percentile`,
      plugin: `${intake.p99.toFixed(1)} ms (median ${intake.p50.toFixed(1)})`,
      plain: "",
      figure: `${intake.p99.toFixed(1)} ms`,
      limit: `≤ ${LONGEST_MS} ms`,
      verdict: timed(intake.p99 <= LONGEST_MS),
    },
    {
      ...common,
      what: "webhooks lost of those answered 200, the server killed after the last",
      plugin: `${accepted - receipts} of ${accepted}`,
      plain: "all of five seconds",
      figure: `${accepted - receipts}, and ${refused} not answered 200`,
      limit: "0",
      verdict: accepted === receipts && refused === 0 && accepted > 0 ? "kept" : "not kept",
    },
  ]
}

/** What a start showed, as the turn of a block. */
export const startTurns = (stores: Stores): Pick<Record<keyof Turns, Turn>, "boot" | "memory"> => {
  const { plugin, plain, again } = stores
  return {
    boot: { plugin: [plugin.boot], plain: [plain.boot], again: [again.boot] },
    memory: { plugin: [plugin.memory], plain: [plain.memory], again: [again.memory] },
  }
}
