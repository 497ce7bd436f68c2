import { createCookieChoice } from "../../../src/storefront"
import type { CookieChoice } from "../../../src/storefront"
import type { Context, Language } from "./context"

/** Said to the document when a choice is made. */
export const CHOICE_MADE = "cookie-choice"

const loadScript = (address: string): void => {
  const script = document.createElement("script")
  script.src = address
  document.head.append(script)
}

/** A script that stands in the page and is started by the choice, as shops write them in their HTML. */
const addBlockedScript = (address: string, purpose: string): void => {
  const script = document.createElement("script")
  script.type = "text/plain"
  script.dataset.category = purpose
  script.dataset.src = address
  document.head.append(script)
}

let made: { choice: Promise<CookieChoice>; language: Language } | undefined

/** The choice of cookies in the shopper's language; made once for each page that is loaded. */
export const cookieChoice = ({ client, config, language }: Context): Promise<CookieChoice> => {
  if (!made) {
    addBlockedScript(`${config.thirdPartyUrl}/advertising.js`, "marketing")
    const choice = createCookieChoice({
      client,
      locale: language,
      start: {
        statistics: () => {
          loadScript(`${config.thirdPartyUrl}/statistics.js`)
        },
      },
      onChoice: () => document.dispatchEvent(new Event(CHOICE_MADE)),
    })
    made = { choice, language }
  }
  if (made.language === language) return made.choice
  const choice = made.choice.then(async (known) => {
    await known.setLocale(language)
    return known
  })
  made = { choice, language }
  return choice
}
