import * as CookieConsent from "vanilla-cookieconsent"
import type {
  CookieChoiceMethod,
  CookieChoices,
  OptionalCookiePurpose,
  StoreCookieChoice,
  StoreNotice,
} from "../../types/http"
import type { StorefrontClient } from "../client"
import { cookiesOf, dialogConfig, purposesOf } from "./dialog"
import {
  CHOICE_COOKIE,
  choicesOf,
  newVisitorId,
  namePattern,
  OPTIONAL,
  parseMemory,
} from "./memory"
import type { ChoiceMemory } from "./memory"
import { createSender } from "./sender"
import { useDialogStyles } from "./styles"
import { cookieWords } from "./words"
import type { CookieWords } from "./words"

export type CookieChoiceOptions = {
  client: Pick<StorefrontClient, "getCookieNotice" | "setCookieChoice" | "lookUpCookieChoice">
  /** The language of the page, BCP 47. */
  locale: string
  /** Words around the notice in other languages than Danish and English, or other words. */
  words?: (locale: string) => CookieWords
  /** Runs the shop's own scripts of a purpose: once for each page that is loaded, and only when it is allowed. */
  start?: Partial<Record<OptionalCookiePurpose, () => void>>
  /** Told the choice that stands when the page is loaded, and each new one. */
  onChoice?: (choices: CookieChoices) => void
  /**
   * True by default: taking back what was allowed loads the page anew, because a script that runs cannot be stopped. False
   * leaves that to the shop.
   */
  reloadAfterWithdrawal?: boolean
}

export type CookieChoice = {
  /** What is allowed now; null while nothing has been chosen. */
  choices: () => CookieChoices | null
  /** Opens the choice again. */
  open: () => Promise<void>
  /** A button that opens it, for the shop to put where it is always seen; its class is `dk-cookie-button`. */
  button: () => HTMLButtonElement
  /** What the store has noted of this browser's choice; null without one. Throws `StorefrontError`. */
  proof: () => Promise<StoreCookieChoice | null>
  /** Speaks another language from now on. */
  setLocale: (locale: string) => Promise<void>
}

const METHODS: Record<string, CookieChoiceMethod> = {
  all: "accept_all",
  necessary: "refuse_all",
  save: "selection",
}

const MOST_PENDING = 5

/** How long the proof of a withdrawal may keep its page, in milliseconds; what is not sent by then the next page sends. */
const LONGEST_WAIT = 1_000

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const remembered = (): ChoiceMemory | null => parseMemory(document.cookie)

/** The library takes any cookie of this name for a choice: one that is not ours runs and ticks nothing. */
const forgetStranger = (): void => {
  if (remembered() !== null) return
  CookieConsent.eraseCookies(CHOICE_COOKIE, "/")
  CookieConsent.eraseCookies(CHOICE_COOKIE, "/", location.hostname)
}

/** The library clears cookies; what a list names may stand in the browser's other stores. */
const clearStores = (notice: StoreNotice | null, choices: CookieChoices): void => {
  const refused = cookiesOf(notice).filter(
    ({ purpose }) => purpose !== "necessary" && !choices[purpose]
  )
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (refused.some(({ name }) => namePattern(name).test(key))) store.removeItem(key)
    }
  }
}

/** Whether to ask, by what is remembered and, beside another text, by what the store says. */
const mustAsk = async (
  { client }: CookieChoiceOptions,
  locale: string,
  notice: StoreNotice | null
): Promise<boolean> => {
  const memory = remembered()
  if (memory === null || memory.expires <= Date.now()) return true
  const { visitor, notice: chosenBeside, pending } = memory.data
  if (notice === null || chosenBeside === notice.id || pending.length > 0) return false
  try {
    const known = await client.lookUpCookieChoice({ visitor_id: visitor, locale })
    return known === null || known.ask_again !== "none"
  } catch {
    return false
  }
}

/** Runs the shop's scripts of a purpose once, and tells each choice. */
const createStarter = ({ start, onChoice }: CookieChoiceOptions) => {
  const started = new Set<OptionalCookiePurpose>()
  return {
    hasStarted: (purpose: OptionalCookiePurpose) => started.has(purpose),
    apply: (choices: CookieChoices): void => {
      for (const purpose of OPTIONAL.filter((name) => choices[name] && !started.has(name))) {
        started.add(purpose)
        start?.[purpose]?.()
      }
      onChoice?.(choices)
    },
  }
}

/** A script that runs is stopped by a new page only, which is not kept waiting by a store that does not answer. */
const reloadAfter = async (sent: Promise<void>): Promise<void> => {
  await Promise.race([sent, wait(LONGEST_WAIT)])
  location.reload()
}

/** The library saves in a button's own listener: this one comes before it, and `record` is called after it. */
const watchButtons = (
  dialog: HTMLElement,
  record: (before: ChoiceMemory | null, method: CookieChoiceMethod) => void
): void => {
  const noticePress = (event: Event) => {
    const pressed = event.target instanceof Element ? event.target.closest("[data-role]") : null
    const role = pressed instanceof HTMLElement ? pressed.dataset.role : undefined
    const method = METHODS[role ?? ""]
    if (method === undefined) return
    const before = remembered()
    setTimeout(() => {
      record(before, method)
    })
  }
  dialog.addEventListener("click", noticePress, true)
}

/** The library puts the focus at the dialog's start, and lets it go backwards from there into the page. */
const keepFocus = (dialog: HTMLElement): void => {
  dialog.addEventListener("keydown", (event) => {
    const { activeElement: start } = document
    const isAtStart = start instanceof HTMLElement && start.tabIndex < 0
    if (event.key !== "Tab" || !event.shiftKey || !isAtStart) return
    event.preventDefault()
    const buttons = dialog.querySelectorAll("button")
    buttons[buttons.length - 1]?.focus()
  })
}

const buttonTo = (text: string, open: () => Promise<void>): HTMLButtonElement => {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "dk-cookie-button"
  button.textContent = text
  button.addEventListener("click", () => void open())
  return button
}

/**
 * The choice of cookies: shows the shop's cookie notice in force with a toggle for each purpose on its first layer when there
 * is something to choose, remembers the choice in one cookie, gives the store the proof, and runs scripts of a purpose only
 * while it is allowed. Before a choice nothing is stored. Without an answer from the store a choice that was made stands, and
 * nothing is asked; the proof is sent when the store is back. Call it once for each page that is loaded, in the browser.
 */
export const createCookieChoice = async (options: CookieChoiceOptions): Promise<CookieChoice> => {
  const { client } = options
  const { apply, hasStarted } = createStarter(options)
  const sender = createSender(client)
  let { locale } = options
  let notice: StoreNotice | null = null
  let isAsking = false
  let isRunning = false

  const words = () => (options.words ?? cookieWords)(locale)

  /** What the library holds. */
  const saved = (): CookieChoices | null =>
    isRunning && CookieConsent.validConsent()
      ? choicesOf(CookieConsent.getCookie("categories"))
      : null

  const current = (): CookieChoices | null => (remembered() === null ? null : saved())

  const record = (before: ChoiceMemory | null, method: CookieChoiceMethod): void => {
    const choices = saved()
    if (!choices || !notice) return
    const isChanged = OPTIONAL.some((name) => before?.choices[name] !== choices[name])
    if (!isAsking && !isChanged && before?.data.notice === notice.id) return
    isAsking = false
    const pending = [
      ...(before?.data.pending ?? []),
      { notice_id: notice.id, choices, method },
    ].slice(-MOST_PENDING)
    const visitor = before?.data.visitor ?? newVisitorId()
    const value = { visitor, notice: notice.id, pending }
    CookieConsent.setCookieData({ value, mode: "overwrite" })
    clearStores(notice, choices)
    apply(choices)
    const isWithdrawn = OPTIONAL.some((name) => hasStarted(name) && !choices[name])
    const sent = sender.send()
    if (isWithdrawn && options.reloadAfterWithdrawal !== false) void reloadAfter(sent)
  }

  const load = async (): Promise<void> => {
    notice = await client.getCookieNotice(locale).catch(() => null)
    isAsking = await mustAsk(options, locale, notice)
    // Without a choice of ours a number that no other cookie of this name has.
    const revision = (remembered()?.revision ?? Date.now()) + (isAsking ? 1 : 0)
    if (isRunning) CookieConsent.reset(false)
    isRunning = true
    forgetStranger()
    await CookieConsent.run(
      dialogConfig({
        notice,
        words: words(),
        locale,
        revision,
        onReady: (dialog) => {
          watchButtons(dialog, record)
          keepFocus(dialog)
        },
      })
    )
    const choices = current()
    if (choices) apply(choices)
    if (isAsking && purposesOf(notice).length > 0) CookieConsent.showPreferences()
    void sender.send()
  }

  const open = async (): Promise<void> => {
    if (notice === null) await load()
    if (notice !== null) CookieConsent.showPreferences()
  }

  useDialogStyles()
  await load()
  return {
    choices: current,
    open,
    button: () => buttonTo(words().button, open),
    proof: async () => {
      await sender.send()
      const memory = remembered()
      if (memory === null) return null
      return client.lookUpCookieChoice({ visitor_id: memory.data.visitor, locale })
    },
    setLocale: (wanted) => {
      locale = wanted
      return load()
    },
  }
}
