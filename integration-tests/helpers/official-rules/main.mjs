/**
 * Judges UBL documents by the schemas and by the official rules of their format. Reads
 * `{ root, isComplete, documents: [{ format, xml }] }` as JSON and answers
 * `[{ schema: [message], fired, broken: [code] }]` in the same order. A process of its own: libxml2 is an
 * ES module, which tests cannot load.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { XmlDocument, XsdValidator } from "libxml2-wasm"
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs"
import { loadRules } from "./rule-set.mjs"

const PEPPOL = "rules/peppol-3.0.21/PEPPOL-EN16931-UBL.sch"
const CEN = "rules/peppol-3.0.21/CEN-EN16931-UBL.sch"

/** Files of rules that a document must pass; a fragment is judged by Peppol's own rules alone. */
const RULES = {
  "peppol-Invoice": [CEN, PEPPOL],
  "peppol-CreditNote": [CEN, PEPPOL],
  "oioubl-Invoice": ["rules/oioubl-1.17.2/OIOUBL_Invoice_Schematron.xml"],
  "oioubl-CreditNote": ["rules/oioubl-1.17.2/OIOUBL_CreditNote_Schematron.xml"],
  "fragment-Invoice": [PEPPOL],
  "fragment-CreditNote": [PEPPOL],
}

const { root, isComplete, documents } = JSON.parse(readFileSync(0, "utf8"))

const typeOf = (xml) => /<(?:[\w-]+:)?(Invoice|CreditNote)\b/.exec(xml)[1]
const rulesOf = ({ format, xml }) => RULES[`${format}-${typeOf(xml)}`]

const vocabularyOf = (file) =>
  new Set(
    documents
      .filter((document) => rulesOf(document).includes(file))
      .flatMap(({ xml }) =>
        [...xml.matchAll(/<(?:[\w-]+:)?([A-Za-z]\w*)/g)].map(([, name]) => name)
      )
  )

const memoize = (make) => {
  const made = new Map()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key)
  }
}

const rules = memoize((file) =>
  loadRules(join(root, file), isComplete ? undefined : vocabularyOf(file))
)

xmlRegisterFsInputProviders()
const schema = memoize((type) => {
  const url = join(root, `xsd/ubl21/maindoc/UBL-${type}-2.1.xsd`)
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(url), { url }))
})

const breachesOfSchema = ({ format, xml }) => {
  if (format === "fragment") return []
  try {
    const document = XmlDocument.fromString(xml)
    try {
      schema(typeOf(xml)).validate(document)
      return []
    } finally {
      document.dispose()
    }
  } catch (error) {
    return [error.message]
  }
}

const verdicts = documents.map((document) => {
  const parts = rulesOf(document).map((file) => rules(file)(document.xml))
  return {
    schema: breachesOfSchema(document),
    fired: Math.min(...parts.map(({ fired }) => fired)),
    broken: [...new Set(parts.flatMap(({ broken }) => broken))],
  }
})
process.stdout.write(JSON.stringify(verdicts))
