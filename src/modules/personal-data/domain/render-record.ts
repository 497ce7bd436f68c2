import escapeHtml from "escape-html"
import { toCsv } from "../../../shared/csv"
import type { RecordActivity } from "./record"
import { recordTexts } from "./record-texts"
import type { RecordLocale, RecordTexts } from "./record-texts"

/** The whole record of GDPR Art. 30(1), as the route answers it. */
export type ProcessingRecord = {
  locale: RecordLocale
  /** ISO 8601. */
  created_at: string
  controller: {
    name: string
    cvr: string
    address: string
    email: string
    phone: string | null
    dpo: string | null
  }
  activities: RecordActivity[]
  security: { text: string; updated_at: string | null }
  unclassified: number
}

const STYLE = `
@page { size: A4; margin: 16mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.45 "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; max-width: 178mm; margin: 12mm auto; padding: 0 4mm; }
header { border-bottom: 2px solid #1a1a1a; padding-bottom: 4mm; }
h1 { font-size: 20pt; line-height: 1.1; margin: 0 0 2mm; }
h2 { font-size: 12pt; margin: 0 0 2mm; }
p { margin: 0 0 2mm; white-space: pre-line; overflow-wrap: anywhere; }
section { margin: 6mm 0; break-inside: avoid; }
dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 5mm; margin: 0; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding: 0; list-style: none; }
.tables { color: #555; font-size: 8.5pt; }
.warning { color: #900; font-weight: bold; }
.notice { border: 1px solid #c00; color: #900; padding: 2mm 3mm; margin: 4mm 0; }
`

const LANGUAGES: Readonly<Record<RecordLocale, string>> = { da: "da-DK", en: "en-GB" }

const countryName = (country: string, locale: RecordLocale): string =>
  new Intl.DisplayNames(LANGUAGES[locale], { type: "region", fallback: "code" }).of(
    country.toUpperCase()
  ) ?? country

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`

const pairs = (entries: readonly (readonly [string, string])[]): string =>
  `<dl>${entries.map(([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${value}</dd>`).join("")}</dl>`

const escaped = (items: readonly string[]): string => list(items.map((item) => escapeHtml(item)))

/** A recipient in words: name, country and what protects the data there. */
const recipientWords = (
  { name, country, safeguard }: RecordActivity["recipients"][number],
  locale: RecordLocale
): string =>
  `${name} (${countryName(country, locale)}${safeguard === null ? "" : `, ${safeguard}`})`

const renderRecipients = (
  { recipients }: RecordActivity,
  texts: RecordTexts,
  locale: RecordLocale
): string =>
  recipients.length === 0
    ? escapeHtml(texts.noRecipients)
    : list(
        recipients.map((recipient) => {
          const words = escapeHtml(recipientWords(recipient, locale))
          const warning = ` <span class="warning">${escapeHtml(texts.needsSafeguard)}</span>`
          return recipient.needs_safeguard ? words + warning : words
        })
      )

const renderActivity = (
  activity: RecordActivity,
  texts: RecordTexts,
  locale: RecordLocale
): string =>
  `<section><h2>${escapeHtml(activity.title)}</h2>${pairs([
    [texts.columns.bases, escaped(activity.bases)],
    [texts.columns.people, escaped(activity.people)],
    [texts.columns.categories, escaped(activity.categories)],
    [texts.columns.recipients, renderRecipients(activity, texts, locale)],
    [texts.columns.retention, escaped(activity.retention)],
    [texts.columns.tables, `<span class="tables">${escapeHtml(activity.tables.join(", "))}</span>`],
  ])}</section>`

const renderController = ({ controller }: ProcessingRecord, texts: RecordTexts): string => {
  const { name, cvr, address, email, phone, dpo } = controller
  const facts = [
    [texts.controller, name],
    [texts.cvr, cvr],
    [texts.address, address],
    [texts.email, email],
    [texts.phone, phone],
    [texts.dpo, dpo],
  ] as const
  return pairs(
    facts.flatMap(([term, value]) => (value === null ? [] : [[term, escapeHtml(value)] as const]))
  )
}

/** The record as one page that prints on A4, without scripts or files from elsewhere. Pure. */
export const renderRecordHtml = (record: ProcessingRecord): string => {
  const { locale, activities, security, unclassified } = record
  const texts = recordTexts[locale]
  const day = new Intl.DateTimeFormat(LANGUAGES[locale], {
    dateStyle: "long",
    timeZone: "Europe/Copenhagen",
  }).format(new Date(record.created_at))
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(texts.title)}</title><style>${STYLE}</style></head>
<body><header><h1>${escapeHtml(texts.title)}</h1><p>${escapeHtml(texts.generated(day))}</p></header>
${unclassified > 0 ? `<p class="notice">${escapeHtml(texts.unclassified(unclassified))}</p>` : ""}
<section>${renderController(record, texts)}</section>
${activities.map((activity) => renderActivity(activity, texts, locale)).join("\n")}
<section><h2>${escapeHtml(texts.security)}</h2><p>${escapeHtml(security.text)}</p></section>
</body></html>
`
}

/** The record as a table, one activity a line; controller and security stand on every line. Pure. */
export const renderRecordCsv = (record: ProcessingRecord): string => {
  const { locale, controller, activities, security } = record
  const texts = recordTexts[locale]
  const { columns } = texts
  const header = [
    columns.activity,
    columns.bases,
    columns.people,
    columns.categories,
    columns.recipients,
    columns.retention,
    columns.tables,
    texts.security,
    texts.controller,
    texts.cvr,
    texts.address,
    texts.email,
    texts.phone,
    texts.dpo,
  ]
  const rows = activities.map((activity) => [
    activity.title,
    activity.bases.join("\n"),
    activity.people.join("\n"),
    activity.categories.join("\n"),
    activity.recipients
      .map((recipient) => {
        const words = recipientWords(recipient, locale)
        return recipient.needs_safeguard ? `${words}: ${texts.needsSafeguard}` : words
      })
      .join("\n") || texts.noRecipients,
    activity.retention.join("\n"),
    activity.tables.join("\n"),
    security.text,
    controller.name,
    controller.cvr,
    controller.address,
    controller.email,
    controller.phone ?? "",
    controller.dpo ?? "",
  ])
  return toCsv(header, rows)
}
