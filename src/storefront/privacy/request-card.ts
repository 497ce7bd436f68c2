import type { StorePrivacyRequest, StorePrivacyRequestDecision } from "../../types/http"
import { StorefrontError } from "../error"
import { dayText, failureText } from "./context"
import type { Context } from "./context"
import { alertBox, button, h } from "./dom"
import type { Child } from "./dom"

const OPEN = ["received", "identity_check", "in_progress"]

/** A request ends a moment after the whole of its copy has arrived: when to look, in milliseconds. */
const LOOKS = [600, 2_000]
const KEEP_FILE = 60_000

/** The id of a card's heading. */
export const headingId = (requestId: string): string => `dk-privacy-request-${requestId}`

const facts = (rows: [string, string][]): HTMLElement =>
  h(
    "dl",
    { class: "dk-privacy-facts" },
    ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))
  )

const limitsOf = ({ words, locale }: Context, request: StorePrivacyRequest): HTMLElement => {
  const { received_on: received, answer_by: answer, limit } = words.follow
  const rows: [string, string][] = [[received, dayText(request.received_on, locale)]]
  if (OPEN.includes(request.state)) {
    rows.push([answer, dayText(request.strict_on, locale)])
    if (request.legal_on !== request.strict_on)
      rows.push([limit, dayText(request.legal_on, locale)])
  }
  return facts(rows)
}

const listOf = (numbers: readonly number[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(numbers.map(String))

const keptOf = ({ words, locale }: Context, { kept }: StorePrivacyRequestDecision): Child[] => {
  if (kept.length === 0) return []
  const rows = kept.map(({ type, number, keep_through: last }) =>
    h("li", {}, words.follow.kept_row(type, number, last && dayText(last, locale)))
  )
  return [h("h4", {}, words.follow.kept), h("ul", {}, ...rows)]
}

const decisionOf = (context: Context, request: StorePrivacyRequest): Child[] => {
  const { words, locale } = context
  const { decision, finish_by: by } = request
  if (!decision) return []
  const { type, ground, reason, waiting_orders: waiting } = decision
  const { follow } = words
  const isDecided = (word: string): word is keyof typeof follow.decided => word in follow.decided
  const planned = () => follow.planned(listOf(waiting, locale), by && dayText(by, locale))
  return [
    h("p", {}, isDecided(type) ? follow.decided[type](dayText(decision.on, locale)) : planned()),
    ground !== null && h("p", {}, follow.grounds[ground] ?? ground),
    reason !== null && h("blockquote", {}, reason),
    type === "refused" && h("p", { class: "dk-privacy-quiet" }, follow.complaint),
    ...keptOf(context, decision),
  ]
}

/** Gives the person a file. */
const saveAs = (file: Blob, name: string): void => {
  const link = h("a", { href: URL.createObjectURL(file), download: name })
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, KEEP_FILE)
}

/** What is shown of one request: how it stands, by when, what was decided, and the copy. */
export type CardOptions = {
  download: () => Promise<Blob>
  /** Reads it anew and shows it. */
  refresh: () => Promise<void>
}

/** Shows the request anew until it has ended, and moves to it: the button that had the focus is another one. */
const lookAgain = async (id: string, refresh: () => Promise<void>): Promise<void> => {
  for (const pause of LOOKS) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    await refresh()
    const heading = document.getElementById(headingId(id))
    heading?.focus()
    if (!OPEN.includes(heading?.closest("article")?.dataset.state ?? "")) return
  }
}

const archiveOf = (
  context: Context,
  request: StorePrivacyRequest,
  { download, refresh }: CardOptions
): HTMLElement | null => {
  const { words, locale } = context
  const { archive } = request
  if (!archive) return null
  const text = words.archive
  const box = (...children: Child[]) =>
    h("div", { class: "dk-privacy-archive" }, h("h4", {}, text.title), ...children)
  if (archive.downloads_left < 1) return box(h("p", {}, text.used_up))
  if (!archive.is_ready) return box(h("p", {}, text.wait))
  const said = h("div", {})
  const get = async (): Promise<void> => {
    said.replaceChildren()
    try {
      saveAs(await download(), words.file)
      context.say(text.done)
      await lookAgain(request.id, refresh)
    } catch (error) {
      const isUsedUp = error instanceof StorefrontError && error.code === "archive_used_up"
      const problem = isUsedUp ? text.used_up : failureText(context, error)
      said.replaceChildren(alertBox(h("p", {}, problem)))
    }
  }
  const limits = [
    text.left(archive.downloads_left),
    ...(archive.until === null ? [] : [text.until(dayText(archive.until, locale))]),
  ]
  return box(
    h("p", {}, text.text),
    said,
    button(text.button, get, { kind: "primary", busyText: text.busy }),
    h("p", { class: "dk-privacy-quiet dk-privacy-left" }, limits.join(", "), ".")
  )
}

/** One request as the person who made it follows it. */
export const requestCard = (
  context: Context,
  request: StorePrivacyRequest,
  options: CardOptions
): HTMLElement => {
  const { words } = context
  const { follow, ask } = words
  const id = headingId(request.id)
  return h(
    "article",
    { class: "dk-privacy-card", "data-state": request.state, "aria-labelledby": id },
    h(
      "header",
      {},
      h("h3", { id, tabindex: "-1" }, ask.kinds[request.kind].title),
      h("span", { class: `dk-privacy-state ${request.state}` }, follow.states[request.state])
    ),
    limitsOf(context, request),
    request.state === "identity_check" && h("p", {}, follow.identity),
    request.is_extended && OPEN.includes(request.state) && h("p", {}, follow.extended),
    ...decisionOf(context, request),
    archiveOf(context, request, options)
  )
}
