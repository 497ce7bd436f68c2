import escapeHtml from "escape-html"
import type { CertificateBody } from "./certificate"
import { certificateTexts } from "./certificate-texts"
import type { Locale } from "./certificate-texts"
import type { ErasureProof, ScanPlace } from "./scan-result"

/** Prints on A4 without scripts or files from elsewhere. */
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; max-width: 178mm; margin: 12mm auto; padding: 0 4mm; }
h1 { font-size: 20pt; line-height: 1.1; margin: 0 0 3mm; }
h2 { font-size: 11pt; margin: 6mm 0 1mm; break-after: avoid; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .5mm 5mm; margin: 0; } dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: 0; padding-left: 5mm; } li { break-inside: avoid; overflow-wrap: anywhere; } p { margin: 0 0 1mm; }
.result { font-weight: bold; border-bottom: 2px solid #1a1a1a; padding-bottom: 4mm; margin-bottom: 4mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`

export type Certificate = CertificateBody & {
  id: string
  erasure_id: string
  complete: boolean
  /** ISO 8601. */
  created_at: string
  proof: ErasureProof
}

type Texts = (typeof certificateTexts)[Locale]
type Row = CertificateBody["waiting"][number]

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`

/** A heading with its list; nothing when the list is empty. */
const section = (title: string, items: readonly string[], note = ""): string =>
  items.length === 0
    ? ""
    : `<section><h2>${escapeHtml(title)}</h2>${list(items)}${note === "" ? "" : `<p>${escapeHtml(note)}</p>`}</section>`

const counts = (rows: CertificateBody["erased"], texts: Texts): string[] =>
  rows.map(
    ({ category, rows: count }) => `${texts.categories[category] ?? category}: ${texts.rows(count)}`
  )

const isAboutPerson = ({ id, reason }: Row): boolean =>
  reason.startsWith("veto:") || id.startsWith("cus_")

const waits = (rows: readonly Row[], texts: Texts): string[] =>
  rows.map((row) => {
    const { display_id: number, reason } = row
    const thing = number === null ? texts.cart : texts.numbered(number)
    const who = isAboutPerson(row) ? texts.whole : thing
    const why = reason.startsWith("veto:")
      ? `${texts.veto} (${reason.slice("veto:".length)})`
      : (texts.reasons[reason] ?? `${texts.other} (${reason})`)
    return `${who} ${why}`
  })

/** What a law keeps, law by law, with the last day of each. */
const kept = (certificate: Certificate, texts: Texts, day: (isoDay: string) => string): string => {
  const entries = [
    ...certificate.kept_documents.map(({ law, number, keep_through: through }) => ({
      law,
      text: texts.document(number, through && day(through)),
    })),
    ...certificate.kept_orders.map(({ law, display_id: number, keep_through: through }) => ({
      law,
      text: texts.order(number, day(through)),
    })),
  ]
  const laws = [...new Set(entries.map(({ law }) => law))]
  return laws
    .map((law) => {
      const items = entries.filter((entry) => entry.law === law).map(({ text }) => text)
      return section(texts.keptBecause(law), items, texts.byThemselves)
    })
    .join("")
}

const proof = ({ reach }: Certificate, texts: Texts): string =>
  reach === null
    ? ""
    : section(texts.proof, [
        texts.reach(reach.tables, reach.columns),
        `${texts.mapDigest}: ${reach.map_digest}`,
      ])

/** What looking through the whole database has shown. */
const wholeDatabase = (
  { proof: { scanned_at: at, ...proof } }: Certificate,
  { scan }: Texts,
  momentOf: (iso: string) => string
): string => {
  const places = (list: readonly ScanPlace[]): string[] => list.map(scan.place)
  const facts =
    at === null
      ? [scan.notYet]
      : [
          scan.read(momentOf(at), proof),
          ...(proof.found.length === 0 ? [scan.nothing] : []),
          ...(proof.secret_lost ? [scan.secretLost] : []),
        ]
  return [
    section(scan.title, facts),
    section(scan.found, places(proof.found)),
    section(scan.unread, proof.unread),
    section(scan.left, places(proof.left)),
    section(scan.kept, places(proof.kept)),
  ].join("\n")
}

/**
 * The stored proof of an erasure as one HTML page that prints on A4, in Danish or English. Pure: the same proof gives
 * the same page.
 */
export const renderCertificate = (
  certificate: Certificate,
  controller: { name: string; cvr: string },
  locale: Locale
): string => {
  const texts = certificateTexts[locale]
  const zone = { timeZone: "Europe/Copenhagen" }
  const moments = new Intl.DateTimeFormat(texts.language, {
    ...zone,
    dateStyle: "long",
    timeStyle: "short",
  })
  const momentOf = (iso: string) => moments.format(new Date(iso))
  const moment = momentOf(certificate.created_at)
  const days = new Intl.DateTimeFormat(texts.language, { dateStyle: "long", timeZone: "UTC" })
  const facts = [
    [texts.facts.controller, `${controller.name}, CVR ${controller.cvr}`],
    [texts.facts.erasure, certificate.erasure_id],
    [texts.facts.certificate, certificate.id],
    [texts.facts.time, moment],
  ].map(([term = "", value = ""]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`)
  const uncertain = certificate.uncertain_orders
  const erased = counts(certificate.erased, texts)
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${texts.title} ${certificate.erasure_id}`)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(texts.title)}</h1><p class="result">${escapeHtml(`${certificate.complete ? texts.complete : texts.partial} ${texts.scan.levels[certificate.proof.level]}`)}</p>
<dl>${facts.join("")}</dl>
<section><h2>${escapeHtml(texts.erased)}</h2><p>${escapeHtml(erased.length === 0 ? texts.nothing : texts.erasedOn(moment))}</p>${list(erased)}</section>
${kept(certificate, texts, (isoDay) => days.format(new Date(isoDay)))}
${section(texts.waiting, waits(certificate.waiting, texts))}
${section(texts.overridden, waits(certificate.overridden, texts))}
${section(texts.uncertain, uncertain === 0 ? [] : [texts.uncertainOrders(uncertain)])}
${section(texts.left, counts(certificate.left, texts))}
${section(
  texts.notCovered,
  certificate.not_covered.map(({ table, column }) => `${table}.${column}`)
)}
${section(texts.evidence, [texts.evidenceErasure, ...counts(certificate.evidence, texts)])}
${proof(certificate, texts)}
${wholeDatabase(certificate, texts, momentOf)}
</body></html>
`
}
