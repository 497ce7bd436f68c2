import { html } from "../../../../shared/html"
import type { Html } from "../../../../shared/html"
import { layout } from "./layout"
import type { Locale, Page, Shop } from "./layout"

export type ConfirmState = "asked" | "confirmed" | "expired"

const TEXTS = {
  da: {
    titles: {
      asked: "Bekræft din tilmelding",
      confirmed: "Tak, du er tilmeldt",
      expired: "Linket virker ikke længere",
    },
    ask: (shop: string) =>
      `Tryk på knappen, så gælder din tilmelding til markedsføring på e-mail fra ${shop}.`,
    agreed: { asked: "Det her siger du ja til:", confirmed: "Det her har du sagt ja til:" },
    again: "Du kan altid afmelde dig igen. Det gør du med linket, der står i hver e-mail.",
    confirm: "Bekræft tilmelding",
    script: "Slå JavaScript til i din browser for at bekræfte.",
    confirmed: (shop: string) => `${shop} må nu sende dig markedsføring på e-mail.`,
    expired:
      "Linket er ældre end 7 dage, eller du har sagt nej siden. Vil du tilmeldes, så tilmeld dig igen i butikken.",
  },
  en: {
    titles: {
      asked: "Confirm your sign-up",
      confirmed: "Thank you, you are signed up",
      expired: "The link no longer works",
    },
    ask: (shop: string) =>
      `Press the button to make your sign-up for marketing by e-mail from ${shop} count.`,
    agreed: { asked: "This is what you say yes to:", confirmed: "You have said yes to this:" },
    again: "You can unsubscribe at any time with the link in every e-mail.",
    confirm: "Confirm sign-up",
    script: "Turn on JavaScript in your browser to confirm.",
    confirmed: (shop: string) => `${shop} may now send you marketing by e-mail.`,
    expired:
      "The link is more than 7 days old, or you have said no since. To sign up, please do so in the shop again.",
  },
} as const

/** The token stands behind the `#` of the address, which no server sees, and goes into the form. */
const SCRIPT = `document.querySelector("input[name=token]").value = location.hash.replace(/^#token=/, "")`

type Asked = {
  locale: Locale
  shop: Shop
  state: ConfirmState
  /** The text that is agreed to; null when the link does not say. */
  notice: { body: string; locale: string } | null
}

const bodyOf = ({ locale, shop, state, notice }: Asked): Html => {
  const texts = TEXTS[locale]
  const agreed =
    notice && state !== "expired"
      ? html`<p>${texts.agreed[state]}</p>
          <pre lang="${notice.locale}">${notice.body}</pre>`
      : html``
  if (state === "confirmed") {
    return html`<p>${texts.confirmed(shop.name)}</p>
      ${agreed}
      <p>${texts.again}</p>`
  }
  if (state === "expired") return html`<p>${texts.expired}</p>`
  return html`<p>${texts.ask(shop.name)}</p>
    ${agreed}
    <noscript><p>${texts.script}</p></noscript>
    <form method="post">
      <input type="hidden" name="token" value="" /><button type="submit" data-testid="confirm">
        ${texts.confirm}
      </button>
    </form>
    <p class="apart">${texts.again}</p>`
}

/** The page behind the link of a sign-up mail, for shops without one of their own. */
export const confirmPage = (asked: Asked): Page =>
  layout({
    locale: asked.locale,
    title: TEXTS[asked.locale].titles[asked.state],
    body: bodyOf(asked),
    shop: asked.shop,
    ...(asked.state === "asked" && { script: SCRIPT }),
  })
