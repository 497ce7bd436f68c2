import type { InvoiceContent } from "../document"
import type { Locale } from "../render-texts"

/** What a mail about a document says; the store's own template may say it better. */
export type MailText = { subject: string; text: string }

type Told = {
  document: Pick<InvoiceContent, "kind" | "number" | "order_number" | "seller">
  /** Page that shows the document; without one it is attached. */
  link: string | null
}

const KINDS = {
  da: { invoice: "Faktura", credit_note: "Kreditnota" },
  en: { invoice: "Invoice", credit_note: "Credit note" },
} as const

const SENTENCES = {
  da: {
    from: (what: string, shop: string) => `${what} fra ${shop}`,
    about: (what: string, order: string) => `${what} til ordre ${order}.`,
    link: (link: string) => `Se og gem den her: ${link}`,
    attached: "Den er vedhæftet som PDF.",
  },
  en: {
    from: (what: string, shop: string) => `${what} from ${shop}`,
    about: (what: string, order: string) => `${what} for order ${order}.`,
    link: (link: string) => `View and save it here: ${link}`,
    attached: "It is attached as a PDF.",
  },
} as const

/** Subject and text of the mail to the buyer, for a provider that has no template of its own. */
export const mailTextOf = (locale: Locale, { document, link }: Told): MailText => {
  const words = SENTENCES[locale]
  const what = `${KINDS[locale][document.kind]} ${document.number}`
  return {
    subject: words.from(what, document.seller.name),
    text: [
      words.about(what, document.order_number),
      link === null ? words.attached : words.link(link),
      "",
      document.seller.name,
      document.seller.email,
    ].join("\n"),
  }
}
