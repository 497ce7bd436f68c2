import { StorefrontError } from "../../../src/storefront"
import { h } from "./dom"
import type { Child } from "./dom"
import type { Words } from "./words.da"

export type FieldOptions = {
  name: string
  label: string
  hint?: string
  /** Says beside the label that the field may stay empty. */
  optional?: string
  value?: string | null | undefined
  type?: "text" | "email" | "tel" | "password"
  inputmode?: "numeric"
  autocomplete?: string
  /** Judges while the shopper types. */
  check?: (value: string) => { error?: string; note?: string }
}

export type Field = {
  name: string
  element: HTMLElement
  input: HTMLInputElement
  value: () => string
  /** Null takes the error away. */
  setError: (text: string | null) => void
}

/** A labelled input with a hint, an error that is read out, and a note below it. */
export const field = (options: FieldOptions): Field => {
  const { name, check } = options
  const hintId = `${name}-hint`
  const errorId = `${name}-error`
  const noteId = `${name}-note`
  const input = h("input", {
    id: name,
    name,
    type: options.type ?? "text",
    value: options.value ?? "",
    autocomplete: options.autocomplete ?? "off",
    "aria-describedby": `${hintId} ${errorId} ${noteId}`,
    ...(options.inputmode && { inputmode: options.inputmode }),
    ...(options.optional === undefined && { "aria-required": "true" }),
  })
  const error = h("p", { id: errorId, class: "field-error", "aria-live": "polite" })
  const note = h("p", { id: noteId, class: "field-note", "aria-live": "polite" })
  const setError = (text: string | null) => {
    error.textContent = text ?? ""
    if (text === null) input.removeAttribute("aria-invalid")
    else input.setAttribute("aria-invalid", "true")
    if (text !== null) note.textContent = ""
  }
  const judge = () => {
    const verdict = check?.(input.value) ?? {}
    setError(verdict.error ?? null)
    note.textContent = verdict.error === undefined ? (verdict.note ?? "") : ""
  }
  input.addEventListener("input", judge)
  if (input.value !== "") judge()
  const label = h(
    "label",
    { for: name },
    options.label,
    options.optional !== undefined && h("span", { class: "optional" }, ` (${options.optional})`)
  )
  const element = h(
    "div",
    { class: "field" },
    label,
    h("p", { id: hintId, class: "field-hint" }, options.hint),
    input,
    error,
    note
  )
  return { name, element, input, value: () => input.value.trim(), setError }
}

/** The store's refusal in the shopper's language. */
export const refusalText = (error: StorefrontError, words: Words): string => {
  const { refused } = words
  if (error.status === 0) return words.no_answer
  if (error.field === "person_reference" && error.code === "required") return refused.reference
  const known: Record<string, string> = refused
  return known[`${error.field ?? ""}_${error.code}`] ?? known[error.code] ?? refused.other
}

/** What to tell about an error that belongs to no field. */
export const failureText = (error: unknown, words: Words): string =>
  error instanceof StorefrontError && error.status === 0 ? words.no_answer : words.failed

/**
 * Puts errors next to their fields and moves to the first. False when no field is at fault.
 */
export const showErrors = (fields: Field[], errors: Record<string, string>): boolean => {
  const wrong = fields.filter(({ name }) => name in errors)
  for (const { name, setError } of wrong) setError(errors[name] ?? null)
  wrong[0]?.input.focus()
  return wrong.length > 0
}

/** A form whose submit runs `work` once at a time. */
export const form = (
  submitText: string,
  work: () => Promise<void>,
  ...children: Child[]
): HTMLFormElement => {
  const button = h("button", { type: "submit", class: "button primary" }, submitText)
  let running = false
  const submit = (event: Event) => {
    event.preventDefault()
    if (running) return
    running = true
    button.setAttribute("aria-disabled", "true")
    void work().finally(() => {
      running = false
      button.removeAttribute("aria-disabled")
    })
  }
  return h("form", { novalidate: true, onsubmit: submit }, ...children, button)
}
