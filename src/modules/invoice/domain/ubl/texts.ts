import type { DocumentLine, InvoiceContent } from "../document"
import { toKroner } from "./amounts"
import { toXmlText } from "./xml"

const TEST_NOTE =
  "TEST: prøvedokument, ikke en gyldig faktura / trial document, not a valid invoice"

const kronerNote = ({ vat_dkk: kroner, currency }: InvoiceContent): string =>
  kroner === null
    ? ""
    : `Moms i kroner / VAT in kroner: DKK ${toKroner(kroner.vat)} (1 ${currency} = DKK ${kroner.rate}, ${kroner.source} ${kroner.date})`

/**
 * The one note a document may have (PEPPOL-EN16931-R002). A number sign would be taken for a subject code
 * (BR-CL-08), so it is left out.
 */
export const noteOf = (document: InvoiceContent): string =>
  [document.series === "test" ? TEST_NOTE : "", document.reason ?? "", kronerNote(document)]
    .filter((part) => toXmlText(part) !== "")
    .join(". ")
    .replaceAll("#", "")

/** What a line sells, in words; a credit of no named goods says so in Danish and English. */
export const itemNameOf = ({ kind, description, vat_rate: rate }: DocumentLine): string =>
  kind === "credit" && description === ""
    ? `Tilbagebetaling, moms ${rate} % / refund, VAT ${rate} %`
    : description
