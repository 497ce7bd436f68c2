/**
 * Cuts an answer of the service down to what may be shown and kept. By allow-list: a text or number stays only
 * when its name is known to hold no person, card or key; everything else becomes a word for its kind.
 */
const KEPT_TEXTS = new Set([
  ...["code", "source", "currency", "paymentType", "paymentMethod", "state", "status"],
  ...["integrationType", "unit", "title", "eventName"],
])
const SENTENCES = new Set(["message", "errors"])
const KEPT_NUMBERS = new Set([
  ...["amount", "quantity", "unitPrice", "taxRate", "taxAmount", "netTotalAmount"],
  ...["grossTotalAmount", "reservedAmount", "chargedAmount", "refundedAmount", "cancelledAmount"],
  ...["surchargeAmount", "code", "status"],
])
const ID = /^[0-9a-f-]{32,36}$/i
const TIME = /^\d{4}-\d\d-\d\dT/
const NAME = /^[A-Za-z][\w.[\]]{0,80}$/
const SHORT_CODE = /^[\w .:-]{1,60}$/

/** A sentence of the service; what it may quote (addresses, long numbers) is taken out. */
const sentence = (text) =>
  text
    .slice(0, 300)
    .replace(/\S+@\S+/g, "<e-mail>")
    .replace(/https?:\S+/g, "<address>")
    .replace(/[0-9a-f-]{16,}/gi, "<id>")
    .replace(/\+?\d{5,}/g, "<number>")

const textOf = (name, text, isSentence) => {
  if (text === "") return ""
  if (isSentence) return sentence(text)
  if (KEPT_TEXTS.has(name) && SHORT_CODE.test(text)) return text
  if (ID.test(text)) return "<id>"
  return TIME.test(text) ? "<time>" : "<text>"
}

const redactPart = (name, value, isSentence) => {
  if (value === null || typeof value === "boolean") return value
  if (typeof value === "number") return KEPT_NUMBERS.has(name) ? value : "<number>"
  if (typeof value === "string") return textOf(name, value, isSentence)
  if (Array.isArray(value)) return value.map((each) => redactPart(name, each, isSentence))
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      NAME.test(key) ? key : "<name>",
      redactPart(key, each, isSentence || SENTENCES.has(key)),
    ])
  )
}

export const redact = (value) => redactPart("", value, false)
