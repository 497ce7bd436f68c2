import type { Information } from "../information"
import { html, NONE } from "../../../../../shared/html"
import type { Html } from "../../../../../shared/html"
import type { PageTexts } from "./texts"

/** A document, or an order, that a law keeps; the day as people read it. */
export type KeptEntry = {
  kind?: "document" | "order"
  number: string
  keep_through: string | null
  law: string
}

const box = (title: string, items: readonly Html[]): Html =>
  items.length === 0
    ? NONE
    : html`<section class="card">
        <h3>${title}</h3>
        <ul>
          ${items}
        </ul>
      </section> `

const entry = (text: string, small = ""): Html =>
  html`<li>${text}${small === "" ? NONE : html`<small>${small}</small>`}</li> `

const recipientItems = ({ recipients }: Information, texts: PageTexts): Html[] => {
  if (recipients.length === 0) return [entry(texts.noRecipients)]
  return recipients.map(
    ({ name, role, purposes, country, safeguard }) =>
      html`<li>
        ${name}<small>${[...(role === null ? [] : [role]), ...purposes].join(" · ")}</small
        ><small
          >${texts.country}: <span data-country="${country}">${country.toUpperCase()}</span>.
          ${texts.safeguard}: ${safeguard}</small
        >
      </li> `
  )
}

const keptItems = (kept: readonly KeptEntry[], texts: PageTexts): Html[] =>
  kept.map(({ kind, number, keep_through: day, law }) =>
    entry(
      kind === "order" ? `${texts.order} ${number}` : number,
      `${day === null ? texts.keptOpen : `${texts.keptThrough} ${day}`} · ${law}`
    )
  )

const complaintItem = ({ complaint }: Information): Html =>
  html`<li>
    ${complaint.text}<small
      >${complaint.authority}, ${complaint.address} · ${complaint.phone} · ${complaint.email} ·
      <a href="${complaint.url}" rel="noreferrer">${complaint.url}</a></small
    >
  </li> `

/** What Art. 15 wants told, as boxes; a box with nothing in it is left out. */
export const aboutBoxes = (
  information: Information,
  kept: readonly KeptEntry[],
  texts: PageTexts
): Html[] => [
  box(
    texts.purposes,
    information.purposes.map(({ title, bases }) =>
      entry(title, bases.map((basis) => basis.title).join(" · "))
    )
  ),
  box(
    texts.storage,
    information.storage.map(({ text, categories }) => entry(text, categories.join(", ")))
  ),
  box(texts.kept, keptItems(kept, texts)),
  box(texts.recipients, recipientItems(information, texts)),
  box(
    texts.sources,
    information.sources.map(({ text, categories }) => entry(text, categories.join(", ")))
  ),
  box(
    texts.decisions,
    information.automated_decisions.map((text) => entry(text))
  ),
  box(texts.rights, [
    ...information.rights.map(({ text }) => entry(text)),
    html`<li>
      ${texts.contact}
      <a href="mailto:${information.rights_contact}">${information.rights_contact}</a>
    </li> `,
  ]),
  box(texts.complaint, [complaintItem(information)]),
]
