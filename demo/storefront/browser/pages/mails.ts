import type { Context } from "../context"
import { h } from "../dom"
import type { Child } from "../dom"
import type { Page } from "../page"

type Mail = { to: string; subject: string; text: string; at: string }

const LINK = /(https?:\/\/\S+)/

/** Addresses in the text can be followed. They load the page anew, as from a real mailbox. */
const linked = (text: string): Child[] =>
  text
    .split(LINK)
    .map((part) => (LINK.test(part) ? h("a", { href: part, "data-plain": true }, part) : part))

const mailCard = ({ words }: Context, { to, subject, text }: Mail): HTMLElement =>
  h(
    "article",
    { class: "card mail" },
    h("h2", {}, subject),
    h("p", { class: "quiet" }, `${words.mail_to}: ${to}`),
    h("p", { class: "mail-text" }, ...linked(text))
  )

/** The mails of the demo. */
export const mailsPage: Page = async (context) => {
  const { words } = context
  const mails = (await (await fetch("/mails.json")).json()) as Mail[]
  const shown =
    mails.length === 0 ? [h("p", {}, words.no_mails)] : mails.map((mail) => mailCard(context, mail))
  const content = h(
    "div",
    { class: "mails" },
    h("h1", { tabindex: "-1" }, words.mails),
    h("p", { class: "quiet" }, words.mails_intro),
    ...shown
  )
  return { title: words.mails, content }
}
