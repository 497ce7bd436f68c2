import type { InvoiceContent } from "../document"
import type { Endpoint } from "./participant-id"
import { cac, cbc, toXmlText } from "./xml"

/** UN/ECE recommendation 20: each. */
export const UNIT = { unitCode: "EA" } as const

/** What UBL calls a line and its quantity, by the kind of document. */
export const LINE_NAMES = {
  invoice: { line: "InvoiceLine", quantity: "InvoicedQuantity" },
  credit_note: { line: "CreditNoteLine", quantity: "CreditedQuantity" },
} as const

/** Where a party is reached. */
export const endpointElement = (endpoint: Endpoint | null): string =>
  endpoint ? cbc("EndpointID", endpoint.value, { schemeID: endpoint.scheme }) : ""

/** The invoice that a credit note amends. */
export const amendedElement = ({ amends }: InvoiceContent): string =>
  amends && toXmlText(amends.number) !== ""
    ? cac(
        "BillingReference",
        cac(
          "InvoiceDocumentReference",
          cbc("ID", amends.number),
          cbc("IssueDate", amends.issued_on)
        )
      )
    : ""
