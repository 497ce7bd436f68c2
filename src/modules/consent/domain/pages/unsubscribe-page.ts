import { html } from "../../../../shared/html"
import type { Html } from "../../../../shared/html"
import type { Channel } from "../notice-data"
import { layout } from "./layout"
import type { Locale, Page, Shop } from "./layout"

/** How far it is: asked, one kind stopped, all of it stopped, or a link that was not made here. */
export type UnsubscribeState = "asked" | "unsubscribed" | "objected" | "unknown"

const TEXTS = {
  da: {
    titles: {
      asked: "Vil du afmelde dig?",
      unsubscribed: "Du er afmeldt",
      objected: "Du får ikke mere markedsføring",
      unknown: "Linket virker ikke",
    },
    kinds: { email: "denne slags e-mails", sms: "denne slags sms'er" },
    ask: (shop: string, kind: string) => `Her kan du stoppe ${kind} fra ${shop}.`,
    stop: (kind: string) => `Stop ${kind}`,
    all: "Du kan også sige nej til al markedsføring fra os. Det gælder alle slags, på både e-mail og sms.",
    object: "Nej til al markedsføring",
    done: (shop: string, kind: string) =>
      `Vi har noteret det. Du får ikke mere af ${kind} fra ${shop}.`,
    objected: (shop: string) =>
      `Vi har noteret det. ${shop} sender dig ikke mere markedsføring, hverken på e-mail eller sms, før du selv siger ja igen.`,
    orders: "Beskeder om dine køb får du stadig.",
    unknown: (email: string) =>
      `Måske kom hele linket ikke med. Åbn det igen fra beskeden, eller skriv til ${email}, så stopper vi den.`,
  },
  en: {
    titles: {
      asked: "Do you want to unsubscribe?",
      unsubscribed: "You are unsubscribed",
      objected: "You will get no more marketing",
      unknown: "The link does not work",
    },
    kinds: { email: "this kind of e-mail", sms: "this kind of text message" },
    ask: (shop: string, kind: string) => `Here you can stop ${kind} from ${shop}.`,
    stop: (kind: string) => `Stop ${kind}`,
    all: "You can also say no to all marketing from us: every kind, by e-mail and by text message.",
    object: "No to all marketing",
    done: (shop: string, kind: string) =>
      `We have noted it. You will get no more of ${kind} from ${shop}.`,
    objected: (shop: string) =>
      `We have noted it. ${shop} will send you no more marketing, neither by e-mail nor by text message, until you say yes again yourself.`,
    orders: "You will still get messages about what you buy.",
    unknown: (email: string) =>
      `Part of the link may be missing. Open it again from the message, or write to ${email} and we will stop it.`,
  },
} as const

type Asked = { locale: Locale; shop: Shop; channel: Channel; state: UnsubscribeState }

/** The form has no address of its own: it goes where the page is, so that the token stands in nothing but the address. */
const stopForm = (text: string): Html =>
  html`<form method="post">
    <input type="hidden" name="List-Unsubscribe" value="One-Click" /><button
      type="submit"
      data-testid="unsubscribe"
    >
      ${text}
    </button>
  </form>`

const objectForm = (all: string, text: string): Html =>
  html`<div class="apart">
    <p>${all}</p>
    <form method="post">
      <input type="hidden" name="objection" value="all" /><button
        class="plain"
        type="submit"
        data-testid="object"
      >
        ${text}
      </button>
    </form>
  </div>`

const bodyOf = ({ locale, shop, channel, state }: Asked): Html => {
  const texts = TEXTS[locale]
  const kind = texts.kinds[channel]
  if (state === "unknown") return html`<p>${texts.unknown(shop.email)}</p>`
  if (state === "objected")
    return html`<p>${texts.objected(shop.name)}</p>
      <p>${texts.orders}</p>`
  const object = objectForm(texts.all, texts.object)
  return state === "asked"
    ? html`<p>${texts.ask(shop.name, kind)}</p>
        ${stopForm(texts.stop(kind))}${object}`
    : html`<p>${texts.done(shop.name, kind)} ${texts.orders}</p>
        ${object}`
}

/** The page behind a link to stop. Says nothing of whom it is about, and is the same for everybody. */
export const unsubscribePage = (asked: Asked): Page =>
  layout({
    locale: asked.locale,
    title: TEXTS[asked.locale].titles[asked.state],
    body: bodyOf(asked),
    shop: asked.shop,
  })
