import escapeHtml from "escape-html"
import { isOpen } from "./state"
import type { Payment } from "./state"

const words = {
  da: {
    lang: "da",
    title: "Betaling",
    banner: "Nets-emulator: her flyttes ingen penge. Kun til udvikling og test.",
    total: "I alt",
    card: "Betal med kort",
    mobilepay: "Betal med MobilePay",
    cancel: "Annullér",
    closed: "Betalingen er afsluttet.",
    back: "Tilbage til butikken",
  },
  en: {
    lang: "en",
    title: "Payment",
    banner: "Nets emulator: no money moves here. For development and tests only.",
    total: "Total",
    card: "Pay with card",
    mobilepay: "Pay with MobilePay",
    cancel: "Cancel",
    closed: "This payment is closed.",
    back: "Back to the shop",
  },
}

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f3f4f6; color: #111 }
  header { background: #7c2d12; color: #fff; padding: .75rem 1rem; text-align: center; font-weight: 600 }
  main { max-width: 26rem; margin: 2rem auto; background: #fff; padding: 1.5rem; border-radius: .5rem }
  li { display: flex; justify-content: space-between; gap: 1rem }
  ul { list-style: none; padding: 0 }
  .total { font-weight: 700; border-top: 1px solid #6b7280 }
  button { display: block; width: 100%; padding: .75rem; margin-top: .75rem; font: inherit; cursor: pointer;
    border: 1px solid #1f2937; border-radius: .375rem; background: #1f2937; color: #fff }
  button.plain { background: #fff; color: #1f2937 }
`

const money = (minor: number, currency: string, lang: string): string =>
  new Intl.NumberFormat(lang, { style: "currency", currency }).format(minor / 100)

const lines = (payment: Payment, lang: string): string =>
  payment.order.items
    .map((item) => {
      const amount = money(item.grossTotalAmount, payment.order.currency, lang)
      return `<li><span>${escapeHtml(String(item.name))}</span><span>${escapeHtml(amount)}</span></li>`
    })
    .join("")

/** The hosted payment page: three buttons and no look of the real one, so that nobody mistakes it. */
export const paymentPage = (payment: Payment, language: string | null, now: number): string => {
  const text = language?.startsWith("da") ? words.da : words.en
  const total = money(payment.order.amount, payment.order.currency, text.lang)
  const buttons = `
    <form method="post">
      <button name="choice" value="card">${text.card}</button>
      <button name="choice" value="mobilepay">${text.mobilepay}</button>
      <button class="plain" name="choice" value="cancel">${text.cancel}</button>
    </form>`
  const closed = `<p>${text.closed} <a href="${escapeHtml(payment.checkout.returnUrl)}">${text.back}</a></p>`
  return `<!doctype html>
<html lang="${text.lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} – Nets-emulator</title><style>${style}</style>
</head>
<body>
<header role="banner">${text.banner}</header>
<main>
<h1>${text.title}</h1>
<ul>${lines(payment, text.lang)}<li class="total"><span>${text.total}</span><span>${escapeHtml(total)}</span></li></ul>
${isOpen(payment, now) ? buttons : closed}
</main>
</body>
</html>`
}

/** The shop's return address with the payment id, named as the service names it. */
export const returnAddress = (payment: Payment): string => {
  const url = new URL(payment.checkout.returnUrl)
  url.searchParams.set("paymentid", payment.paymentId)
  return url.toString()
}
