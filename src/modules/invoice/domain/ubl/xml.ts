/** Values an element carries beside its text. */
export type Attributes = Readonly<Record<string, string>>

const NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd"

/** What XML 1.0 has no place for: control characters and halves of surrogate pairs. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

/** A text as an element can hold it: without what XML has no place for and without space around it. */
export const toXmlText = (text: string | null | undefined): string =>
  (text ?? "").replace(NOT_XML, "").trim()

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("")

/**
 * A basic component (`cbc`): an element with text. Nothing when there is no text: UBL documents must not
 * hold empty elements (PEPPOL-EN16931-R008).
 */
export const cbc = (name: string, text: string | null, attributes: Attributes = {}): string => {
  const content = escapeXml(toXmlText(text))
  return content === "" ? "" : `<cbc:${name}${attributesOf(attributes)}>${content}</cbc:${name}>`
}

/** An aggregate component (`cac`): an element of elements. Nothing when all of them are nothing. */
export const cac = (name: string, ...children: readonly string[]): string => {
  const content = children.join("")
  return content === "" ? "" : `<cac:${name}>${content}</cac:${name}>`
}

/** A whole UBL 2.1 document of the given type. */
export const ublDocument = (
  type: "Invoice" | "CreditNote",
  children: readonly string[]
): string => `<?xml version="1.0" encoding="UTF-8"?>
<${type} xmlns="${NAMESPACE}:${type}-2" xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2" xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2">${children.join("")}</${type}>
`
