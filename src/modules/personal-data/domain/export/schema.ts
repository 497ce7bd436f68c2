/** Version of the document below; part of every export. */
export const EXPORT_FORMAT = "medusa-plugin-denmark/personal-data-export/3"

const text = { type: "string" } as const
const texts = { type: "array", items: text } as const
const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const

const list = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: "array",
  items: object(properties, optional),
})

const object = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

const controller = object(
  {
    name: text,
    cvr: { type: "string", pattern: "^\\d{8}$" },
    address: text,
    email: text,
    phone: text,
    dpo: { ...text, description: "Contact of the data protection officer." },
  },
  ["phone", "dpo"]
)

const keptDocuments = {
  description: "Invoices and the like that a law keeps, also after an erasure.",
  ...list({
    order_id: text,
    number: text,
    keep_through: {
      description: "The last day it is kept; null when that is not settled yet.",
      anyOf: [day, { type: "null" }],
    },
    law: text,
  }),
}

const keptAfterErasure = {
  description:
    "Of what was erased before: invoices and orders that a law keeps, found by the mailbox alone. Numbers of orders are the order's.",
  ...list({
    kind: { enum: ["document", "order"] },
    number: text,
    keep_through: {
      description: "The last day it is kept; null when that is not settled yet.",
      anyOf: [day, { type: "null" }],
    },
    law: text,
  }),
}

const information = {
  description:
    "What Art. 15(1)(a)-(h) and (2) GDPR tells beside the copy, in the language of the export.",
  ...object({
    purposes: list({ purpose: text, title: text, bases: list({ basis: text, title: text }) }),
    categories: list({ category: text, title: text }),
    recipients: list({
      name: text,
      role: {
        description: "What the recipient is to the store; null when it has not said.",
        anyOf: [text, { type: "null" }],
      },
      purposes: texts,
      country: { type: "string", pattern: "^[a-z]{2}$" },
      in_eea: { type: "boolean" },
      safeguard: text,
    }),
    storage: list({ retention: text, categories: texts, text }),
    rights: list({ right: text, text }),
    rights_contact: text,
    complaint: object({
      text,
      authority: text,
      address: text,
      phone: text,
      email: text,
      url: text,
    }),
    sources: list({ origin: text, categories: texts, text }),
    automated_decisions: { ...texts, minItems: 1 },
  }),
}

const sections = {
  description: "More that the store tells, such as when and by which role data was read.",
  type: "object",
  propertyNames: { pattern: "^[a-z][a-z0-9_]*$" },
  additionalProperties: object({ title: text, rows: { type: "array" } }),
}

const data = {
  description:
    "The person's rows by table of the store's database, with that table's column names. Times are ISO 8601 in UTC; amounts are in the currency and unit in which the store keeps them.",
  type: "object",
  additionalProperties: { type: "array", items: { type: "object" } },
}

const shared = {
  format: { const: EXPORT_FORMAT },
  locale: { enum: ["da", "en"] },
  created_at: { type: "string", format: "date-time" },
  controller,
  found: { type: "boolean", description: "False when the store holds nothing about the person." },
  data,
}

/**
 * JSON Schema (draft 2020-12) of a personal data export: `access` is the answer of Art. 15 GDPR, `portability` the
 * narrower one of Art. 20. It stands beside the data in every archive.
 */
export const personalDataExportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Personal data export",
  oneOf: [
    object({
      ...shared,
      profile: { const: "access" },
      customer_ids: texts,
      emails: texts,
      orders_to_be_confirmed: {
        type: "integer",
        minimum: 0,
        description: "Orders that may be somebody else's; they are left out until the store knows.",
      },
      kept_documents: keptDocuments,
      kept_after_erasure: keptAfterErasure,
      information,
      sections,
    }),
    object({ ...shared, profile: { const: "portability" } }),
  ],
} as const
