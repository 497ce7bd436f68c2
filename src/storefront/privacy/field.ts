import { h } from "./dom"
import type { Child } from "./dom"

const MOST_LETTERS = 5_000

export type Field = {
  element: HTMLElement
  input: HTMLInputElement | HTMLTextAreaElement
  /** Says what is wrong beside the field; an empty text takes it away. */
  setError: (text: string) => void
}

type FieldWords = {
  label: string
  hint: string
  /** Stands behind the label of a field that may be left empty. */
  optional?: string
}

const setErrorOf =
  (input: HTMLElement, error: HTMLElement) =>
  (text: string): void => {
    error.textContent = text
    if (text === "") input.removeAttribute("aria-invalid")
    else input.setAttribute("aria-invalid", "true")
  }

/** A field for an e-mail or for words, with its label, hint and error. */
export const field = (
  id: string,
  kind: "email" | "message",
  { label, hint, optional }: FieldWords
): Field => {
  const described = {
    ...{ id, name: kind, "aria-describedby": `${id}-hint ${id}-error` },
    "aria-required": optional === undefined ? "true" : undefined,
  }
  const input =
    kind === "email"
      ? h("input", { ...described, type: "email", autocomplete: "email" })
      : h("textarea", { ...described, rows: "4", maxlength: MOST_LETTERS.toString() })
  const error = h("p", { id: `${id}-error`, class: "dk-privacy-error", "aria-live": "polite" })
  const element = h(
    "div",
    { class: "dk-privacy-field" },
    h(
      "label",
      { for: id },
      label,
      optional !== undefined && h("span", { class: "dk-privacy-quiet" }, ` (${optional})`)
    ),
    h("p", { id: `${id}-hint`, class: "dk-privacy-quiet" }, hint),
    input,
    error
  )
  return { element, input, setError: setErrorOf(input, error) }
}

/** A form that is sent once at a time. */
export const form = (
  sendText: string,
  submit: () => Promise<void>,
  ...children: Child[]
): HTMLFormElement => {
  const send = h("button", { type: "submit", class: "dk-privacy-button primary" }, sendText)
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    if (send.getAttribute("aria-disabled") === "true") return
    send.setAttribute("aria-disabled", "true")
    void submit().finally(() => {
      send.removeAttribute("aria-disabled")
    })
  }
  return h("form", { class: "dk-privacy-card", novalidate: true, onsubmit }, ...children, send)
}

/** What is said once something was sent, in place of its form. */
export const sentBox = (title: string, ...children: Child[]): HTMLElement =>
  h(
    "div",
    { class: "dk-privacy-card dk-privacy-sent" },
    h("h3", { tabindex: "-1" }, title),
    ...children
  )
