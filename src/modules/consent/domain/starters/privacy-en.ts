import { countryName, listOf } from "./facts"
import type { Controller, PolicyFacts, StarterRecipient } from "./facts"

const PURPOSES: Readonly<Record<string, string>> = {
  sale: "sales",
  delivery: "delivery",
  payment: "payment",
  account: "account and login",
  service: "customer service",
  bookkeeping: "bookkeeping",
  marketing: "marketing",
  accountability: "documentation",
  operation: "running the shop",
  administration: "administration",
}

/** How long a kind of data is kept, as the policy declares it. */
export const DEADLINES_EN: Readonly<Record<string, string>> = {
  erasure: "until you ask us to erase it, or until we do so ourselves",
  short: "a short while for technical reasons",
  bookkeeping: "five years after the end of the financial year",
  evidence: "as proof, for as long as anybody can make a claim",
  consent: "two years after last use or withdrawal",
}

const recipient = (to: StarterRecipient): string => {
  const purposes = to.purposes.map((purpose) => PURPOSES[purpose] ?? purpose).join(", ")
  const outside = to.needs_safeguard ? " [State what protects the data outside the EU/EEA.]" : ""
  const safeguard = to.safeguard === null ? "" : ` Safeguard: ${to.safeguard}.`
  return `${to.name} in ${countryName(to.country, "en")}: ${purposes}.${safeguard}${outside}`
}

const opening = ({ name, cvr, address, email, phone, dpo }: Controller): string =>
  [
    `${name} (CVR ${cvr}), ${address}, is responsible for the data we have about you. Write to ${email}${phone === undefined ? "" : ` or call ${phone}`}.`,
    dpo === undefined ? "" : ` Our data protection officer: ${dpo}.`,
  ].join("")

const reasons = (has: (category: string) => boolean): string =>
  listOf([
    "When you buy, we store your name, address, e-mail and phone, what you bought and how it was paid. We need it to deliver, to invoice and to help you with returns and complaints (the contract with you, Article 6(1)(b) of the GDPR).",
    has("company") &&
      "When you buy for a company, an association or a public body, we also store its CVR or EAN number and the references you write. We look up its name and address in the Danish business register (point (b), and our interest in sending the invoice to the right one, point (f)).",
    has("account") &&
      "When you have an account, we store name, e-mail, phone, addresses and your login. Your password is stored so that nobody can read it (point (b)).",
    has("cart") &&
      "What you put in the cart is remembered, so that you can buy it later (point (b)).",
    has("invoice") &&
      "Invoices and credit notes are stored because the Danish Bookkeeping Act demands it (point (c)).",
    has("consent") &&
      "We store which texts you were shown, and what you said yes or no to, so that we can prove it (our interest in being able to document it, point (f)).",
    "You get newsletters and offers only when you have said yes (point (a)), or about similar goods when you have bought from us and did not say no when we asked (section 10(2) of the Danish Marketing Practices Act, and point (f)).",
    has("technical") &&
      "Our server stores technical traces for a short while, so that the shop runs safely (point (f)).",
  ])

const deadlines = (has: (category: string) => boolean): string =>
  listOf([
    has("invoice") &&
      "Invoices and credit notes: five years after the end of the financial year they belong to (section 12 of the Danish Bookkeeping Act). After that they are erased.",
    has("consent") &&
      "The proof of what you said yes or no to: two years after it was last used or withdrawn.",
    has("consent") &&
      "When you have said no to marketing: a code that is computed from your address with a secret key, and that cannot be computed back. We keep it after erasure too, so that we can honour your no, until you say yes again.",
    "Account, carts and the rest of your orders: until you ask us to erase them. Otherwise we erase them ourselves [state when, such as two years after your last purchase].",
    has("evidence") && "When we have erased you, we keep a proof of it without your name.",
  ])

const RIGHTS = listOf([
  "Access: you can be told what we have about you, and get a copy.",
  "Rectification: you can have what is wrong corrected.",
  "Erasure: you can have erased what the law does not make us keep.",
  "Restriction: you can ask us to only store the data while something is being settled.",
  "Data portability: you can get what you gave us yourself, in a file that other systems can read.",
  "Objection: you can object when we use data out of our own interest. When you say no to marketing, we always stop.",
  "Withdrawal: what you have said yes to, you can withdraw as easily as you gave it. What we did before was still lawful.",
  "Complaint: you can complain to the Danish Data Protection Agency (Datatilsynet), Carl Jacobsens Vej 35, 2500 Valby, datatilsynet.dk.",
])

const decisions = (automated: readonly string[]): string =>
  automated.length === 0
    ? "No machine alone takes decisions about you."
    : `This is decided by a machine alone, and you can have a person look at it:\n${listOf(automated)}`

/** A privacy policy in English. What only the shop knows stands in square brackets. */
export const privacyEn = (
  controller: Controller,
  { categories, recipients, automatedDecisions }: PolicyFacts
): string => {
  const has = (category: string) => categories.has(category)
  const carrier = recipients.some(({ purposes }) => purposes.includes("delivery"))
  const others = listOf([
    ...recipients.map(recipient),
    !carrier && "[State which carriers you use]: delivery.",
    "[State who runs your server, mail and bookkeeping system, and in which country.]",
  ])
  return [
    opening(controller),
    `What we store, and why\n${reasons(has)}`,
    "Without name, address and e-mail we cannot deliver. The rest is up to you. Never write a Danish CPR number to us. You write your card number on the payment page; we do not see it.",
    `Who receives the data\n${others}\nAuthorities get it when the law demands it. We do not sell it.`,
    `How long we store it\n${deadlines(has)}`,
    `Your rights\n${RIGHTS}\nWrite to ${controller.email}. It is free, and you get an answer within a month. If the matter is complicated, we can take two months more; then you are told why. ${decisions(automatedDecisions)}`,
    `When something goes wrong\nA personal data breach is everything where data is lost, changed or comes to somebody who must not see it: a mail to the wrong person, a lost phone, a mistake or an attack. We write down all breaches. When there is a risk to you, the Danish Data Protection Agency is told within 72 hours of our discovering it. When the risk is high, you are told too. If you see something that looks like a breach, write to ${controller.email}.`,
    "About this text\nThe text tells you what we do. You need not say yes to it to buy. Every version has a number and a date, and the old ones stay, so that you can see what was said when you bought. You can read about cookies in our cookie policy.",
  ].join("\n\n")
}
