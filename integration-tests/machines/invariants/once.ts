import type { Facts } from "../facts"

const doubled = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

/** What is issued for an order is issued once. */
export const salesAreInvoicedOnce = ({ orders }: Facts): string[] =>
  orders.flatMap(({ id, causes, invoices }) => [
    ...doubled(causes).map((cause) => `order ${id} has two documents for ${cause}`),
    ...(invoices > 1 ? [`order ${id} has ${invoices.toString()} invoices`] : []),
  ])

/** No mail is sent twice: neither a letter about a breach to one address, nor an invoice. */
export const mailsAreSentOnce = ({ mails }: Facts): string[] =>
  doubled(mails.map(({ to, subject, text }) => `${to}: ${subject}\n${text}`)).map(
    (mail) => `sent twice to ${mail.split("\n")[0] ?? ""}`
  )

/** Everybody who is to be told of a breach is told, once, or has an outcome that says why not. */
export const noticesAreEnded = ({ notices }: Facts): string[] => [
  ...notices.flatMap(({ id, done }) => (done ? [] : [`notice ${id} has no outcome`])),
  ...doubled(notices.flatMap(({ person, outcome }) => (outcome === "mailed" ? [person] : []))).map(
    (person) => `${person} was told twice`
  ),
]

/** Nothing that Nets told waits. */
export const webhooksAreWorkedOff = ({ receiptsWaiting }: Facts): string[] =>
  receiptsWaiting > 0 ? [`${receiptsWaiting.toString()} webhooks wait`] : []
