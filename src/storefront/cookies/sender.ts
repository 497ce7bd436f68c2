import { setCookieData } from "vanilla-cookieconsent"
import type { StorefrontClient } from "../client"
import { StorefrontError } from "../error"
import { parseMemory } from "./memory"
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

const remember = (value: ChoiceData): void => {
  setCookieData({ value, mode: "overwrite" })
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
      remember({ ...latest, pending, ...(!isKnown && { notice: "" }) })
      if (parseMemory(document.cookie)?.data.pending.length !== pending.length) return
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
