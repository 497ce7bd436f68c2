import escapeHtml from "escape-html"

/** Markup that is safe to put on a page. */
export type Html = { readonly html: string }

/** Markup from a template: every value that is not markup itself is escaped. */
export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html => {
  const written = values.map((value) => {
    if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value))
    return "html" in value ? value.html : value.map((each) => each.html).join("")
  })
  return { html: parts.map((part, index) => part + (written[index] ?? "")).join("") }
}

/** Markup that needs no escaping: the project's own constants only. */
export const trusted = (text: string): Html => ({ html: text })

/** Nothing. */
export const NONE: Html = { html: "" }
