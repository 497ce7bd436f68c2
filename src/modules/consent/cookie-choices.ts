import { invalidField } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import { noticeInForce } from "./domain/choose-notice"
import { askAgain, isNews, OPTIONAL_PURPOSES, stateOf, wrongField } from "./domain/cookie-choice"
import type {
  AskAgain,
  ChoiceMethod,
  ChosenCookies,
  CookieChoices,
  CookieText,
} from "./domain/cookie-choice"
import type { EventState } from "./domain/consent-state"
import { writeEvents } from "./events"
import { lockSubject } from "./subjects"

/** Where evidence of cookie choices stands: the channel of its events. */
const COOKIES = "cookies"

/** One choice as a browser posts it. */
export type CookieChoice = {
  /** Random, made in the browser; never stored. */
  visitor_id: string
  notice_id: string
  choices: CookieChoices
  method: ChoiceMethod
}

export type KnownCookieChoice = ChosenCookies & { ask_again: AskAgain }

/** The key of a visitor's evidence: nobody finds the browser by it, and only who has the id finds the evidence. */
const visitorKey = (visitorId: string): string =>
  `dkcvis_${sha256(`dk_cookie_visitor\n${visitorId}`)}`

/** All versions as the rules need them: without what they say, for this is asked at each visitor's page. */
const TEXTS = `
  SELECT n.id, n.kind, n.purpose, n.channel, n.locale, n.version, n.sha256, n.material, n.effective_from,
    ARRAY(SELECT DISTINCT cookie ->> 'purpose' FROM jsonb_array_elements(n.data -> 'cookies') cookie) AS listed
  FROM dk_consent_notice n
  WHERE n.controller_id = ? AND n.kind = 'cookies' AND n.published_at IS NOT NULL AND n.deleted_at IS NULL`

type TextRow = Omit<CookieText, "effective_from" | "purposes"> & {
  effective_from: Date
  listed: string[]
}

const publishedTexts = async (connection: Knex, controllerId: string): Promise<CookieText[]> => {
  const rows = await selectRows<TextRow>(connection, TEXTS, [controllerId])
  return rows.map(({ listed, effective_from: from, ...text }) => ({
    ...text,
    effective_from: from.toISOString(),
    purposes: OPTIONAL_PURPOSES.filter((purpose) => listed.includes(purpose)),
  }))
}

type Row = {
  purpose: string
  state: EventState
  method: ChoiceMethod | null
  notice_id: string
  occurred_at: Date
}

/** The latest choice, one row for each purpose: they are written together. */
const LATEST = `
  SELECT e.purpose, e.state, e.method, e.notice_id, e.occurred_at
  FROM dk_consent_event e JOIN (
    SELECT max(occurred_at) AS occurred_at FROM dk_consent_event
    WHERE controller_id = :controller AND subject_key = :key AND channel = 'cookies') l ON l.occurred_at = e.occurred_at
  WHERE e.controller_id = :controller AND e.subject_key = :key AND e.channel = 'cookies'`

const latestOf = async (
  connection: Knex,
  controllerId: string,
  key: string,
  texts: readonly CookieText[]
): Promise<ChosenCookies | null> => {
  const rows = await selectRows<Row>(connection, LATEST, { controller: controllerId, key })
  const [first] = rows
  const notice = texts.find(({ id }) => id === first?.notice_id)
  if (!first || !notice) return null
  const isGiven = (name: string) =>
    rows.some(({ purpose, state }) => purpose === name && state === "given")
  const choices = {
    functional: isGiven("functional"),
    statistics: isGiven("statistics"),
    marketing: isGiven("marketing"),
  }
  const since = first.occurred_at.toISOString()
  return { choices, method: first.method ?? "selection", since, notice }
}

/** Now, by the database's clock; always after what was chosen before, which the instant tells apart. */
const instantAfter = async (transaction: Knex, before: string | undefined): Promise<string> => {
  const [clock] = await selectRows<{ now: Date }>(transaction, "SELECT clock_timestamp() AS now")
  const now = clock?.now.getTime() ?? Date.now()
  const earliest = before === undefined ? now : Date.parse(before) + 1
  return new Date(Math.max(now, earliest)).toISOString()
}

/**
 * Writes what a visitor chose: one event for each purpose the notice lists, all of them or none. The same choice again beside
 * the same text is no news within 12 months; two at once are one.
 *
 * @returns true when it was news
 * @throws MedusaError naming `notice_id`, the purpose under `choices` that the notice does not list, or `method`
 */
export const saveCookieChoice = async (
  connection: Knex,
  controllerId: string,
  { visitor_id: visitorId, notice_id: noticeId, choices, method }: CookieChoice
): Promise<boolean> => {
  const texts = await publishedTexts(connection, controllerId)
  const notice = texts.find(({ id }) => id === noticeId)
  if (notice === undefined || notice.effective_from > new Date().toISOString()) {
    const message = "The notice is unknown, not in force, or not about cookies."
    throw invalidField("notice_id", "unknown_notice", message)
  }
  const wrong = wrongField(notice, choices, method)
  if (wrong) throw invalidField(wrong.field, wrong.code, wrong.message)
  const key = visitorKey(visitorId)
  return connection.transaction(async (transaction) => {
    await lockSubject(transaction, key)
    const chosen = await latestOf(transaction, controllerId, key, texts)
    const now = await instantAfter(transaction, chosen?.since)
    if (!isNews(chosen, { choices, notice_id: noticeId }, now)) return false
    const about = OPTIONAL_PURPOSES.filter(
      (name) => notice.purposes.includes(name) || chosen?.choices[name] === true
    )
    const events = about.map((purpose) => ({
      subject_key: key,
      purpose,
      channel: COOKIES,
      state: stateOf(chosen?.choices[purpose] === true, choices[purpose]),
      source: "asserted" as const,
      place: COOKIES,
      method,
      notice: { id: notice.id, sha256: notice.sha256 },
      natural_key: [COOKIES, key, now, purpose].join(":"),
      occurred_at: now,
    }))
    return (await writeEvents(transaction, controllerId, events)) > 0
  })
}

/**
 * What a visitor chose last, and whether to ask again; null when nothing is known under the id.
 *
 * @param locale the language the visitor reads; without it the language of the text that was chosen beside
 * @param locales the shop's languages, the first of which stands in
 */
export const findCookieChoice = async (
  connection: Knex,
  controllerId: string,
  { visitor_id: visitorId, locale }: { visitor_id: string; locale?: string | undefined },
  locales: readonly string[]
): Promise<KnownCookieChoice | null> => {
  const texts = await publishedTexts(connection, controllerId)
  const chosen = await latestOf(connection, controllerId, visitorKey(visitorId), texts)
  if (!chosen) return null
  const now = new Date().toISOString()
  const read = { locale: locale ?? chosen.notice.locale, at: now }
  const current = noticeInForce(texts, read, locales)
  const reading = texts.find(({ id }) => id === current?.id) ?? chosen.notice
  return { ...chosen, ask_again: askAgain(chosen, reading, texts, now) }
}
