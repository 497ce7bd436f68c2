import type { CookieChoices } from "../../types/http"

type Signal = "granted" | "denied"

/** The four signals of Google Consent Mode v2. */
export type GoogleConsentSignals = {
  ad_storage: Signal
  ad_user_data: Signal
  ad_personalization: Signal
  analytics_storage: Signal
}

const signal = (isAllowed: boolean | undefined): Signal =>
  isAllowed === true ? "granted" : "denied"

/** What Google is told of a choice. Without one, and for a purpose without one, everything is denied. */
export const googleConsentSignals = (
  choices: Partial<CookieChoices> | null
): GoogleConsentSignals => ({
  ad_storage: signal(choices?.marketing),
  ad_user_data: signal(choices?.marketing),
  ad_personalization: signal(choices?.marketing),
  analytics_storage: signal(choices?.statistics),
})

type DataLayerOwner = { dataLayer?: unknown[] }

/**
 * Google Consent Mode v2 in basic mode: says at once that everything is denied, loads no tag before statistics or marketing
 * is allowed, and then tells each choice. Give what it returns to `createCookieChoice` as `onChoice`.
 *
 * @param load puts Google's tag into the page; called once at most
 * @param owner who holds `dataLayer`; the window by default
 */
export const googleConsentMode = (
  load: () => void,
  owner: DataLayerOwner = window as DataLayerOwner
): ((choices: CookieChoices) => void) => {
  const layer = (owner.dataLayer ??= [])
  // Google's tag reads the arguments object of a call, and passes over an array.
  const gtag: (...values: [string, string, GoogleConsentSignals]) => void = function () {
    // eslint-disable-next-line prefer-rest-params -- see above
    layer.push(arguments)
  }
  gtag("consent", "default", googleConsentSignals(null))
  let isLoaded = false
  return (choices) => {
    gtag("consent", "update", googleConsentSignals(choices))
    if (isLoaded || !(choices.statistics || choices.marketing)) return
    isLoaded = true
    load()
  }
}
