import { getUserPreferences, setCookieData } from "vanilla-cookieconsent"
import type { StorefrontClient } from "../client"
import { StorefrontError } from "../error"
import { choicesOf, OPTIONAL, parseMemory } from "./memory"
import type { ChoiceData, PendingChoice } from "./memory"

const TOO_MANY = 429
const SERVER_AT_FAULT = 500

/** True when the store refused the choice for good; without an answer, or with a fault of the store, it may take it later. */
const isRefused = (error: unknown): boolean =>
  error instanceof StorefrontError &&
  error.status !== 0 &&
  error.status !== TOO_MANY &&
  error.status < SERVER_AT_FAULT

const isSame = (a: PendingChoice, b: PendingChoice): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/**
 * Remembers what is left to send. Another window may have made a choice since this one was loaded: the library would write its
 * own older choice over it, so nothing is written then, and that window sends it. Sending twice is no harm.
 */
const remember = (value: ChoiceData): boolean => {
  const own = choicesOf(getUserPreferences().acceptedCategories)
  const latest = parseMemory(document.cookie)?.choices
  if (!latest || OPTIONAL.some((name) => own[name] !== latest[name])) return false
  return setCookieData({ value, mode: "overwrite" })
}

/**
 * Gives the store what it has not been told, oldest first and one at a time. What cannot be given now stays remembered for the
 * next page. A choice that the store refuses has no proof: the visitor is asked again on the next page.
 */
export const createSender = (client: Pick<StorefrontClient, "setCookieChoice">) => {
  const sendAll = async (): Promise<void> => {
    for (;;) {
      const { data } = parseMemory(document.cookie) ?? {}
      const next = data?.pending[0]
      if (!data || !next) return
      let isKnown = true
      try {
        await client.setCookieChoice({ visitor_id: data.visitor, ...next })
      } catch (error) {
        if (!isRefused(error)) return
        isKnown = false
      }
      const latest = parseMemory(document.cookie)?.data ?? data
      const pending = latest.pending.filter((choice) => !isSame(choice, next))
      if (!remember({ ...latest, pending, ...(!isKnown && { notice: "" }) })) return
    }
  }
  let sending = Promise.resolve()
  return {
    send: (): Promise<void> => {
      sending = sending.then(sendAll)
      return sending
    },
  }
}
