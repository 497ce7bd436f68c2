import type { Channel, NoticeData } from "../notice-data"
import type { Controller, StarterLocale } from "./facts"

export type MarketingAbout = {
  purpose: string
  channel: Channel
  basis: "consent" | "soft_opt_in"
}

const ON: Record<StarterLocale, Record<Channel, string>> = {
  da: { email: "på e-mail", sms: "på sms" },
  en: { email: "by e-mail", sms: "by text message" },
}

const isNewsletter = (purpose: string): boolean => purpose === "newsletter"

const da = (name: string, { purpose, channel, basis }: MarketingAbout): string => {
  const on = ON.da[channel]
  if (basis === "soft_opt_in") {
    return `Vi sender dig tilbud på lignende varer ${on} fra ${name}. Du kan sige nej tak nu og i hver besked.`
  }
  const what = isNewsletter(purpose) ? "nyhedsbrev" : "tilbud og nyheder"
  return `Ja tak til ${what} ${on} fra ${name} om [skriv hvilke varer]. Du kan altid afmelde dig.`
}

const en = (name: string, { purpose, channel, basis }: MarketingAbout): string => {
  const on = ON.en[channel]
  if (basis === "soft_opt_in") {
    return `We send you offers on similar goods ${on} from ${name}. You can say no now and in every message.`
  }
  const what = isNewsletter(purpose) ? "the newsletter" : "offers and news"
  return `Yes, send me ${what} ${on} from ${name} about [state which goods]. You can always unsubscribe.`
}

/**
 * What stands beside the box of one purpose and channel (markedsføringsloven § 10, stk. 1 and 2): who sends, on which channel,
 * about which goods, and that it can be stopped. The box of a soft opt-in says *no*.
 */
export const starterMarketing = (
  { name }: Controller,
  locale: StarterLocale,
  about: MarketingAbout
): { body: string; data: NoticeData } => ({
  body: (locale === "da" ? da : en)(name, about),
  data: { basis: about.basis },
})
