import type { AdminSubjectRequestKind } from "../../types/http"
import { StorefrontError } from "../error"
import { failureText, section } from "./context"
import type { Context } from "./context"
import { alertBox, button, focusOn, h } from "./dom"
import { field, form, sentBox } from "./field"
import type { Field } from "./field"

const kindChoice = ({ words }: Context) => {
  const { kinds, choose } = words.ask
  const error = h("p", {
    id: "dk-privacy-kind-error",
    class: "dk-privacy-error",
    "aria-live": "polite",
  })
  const options = (Object.keys(kinds) as AdminSubjectRequestKind[]).map((kind) => {
    const input = h("input", {
      ...{ type: "radio", name: "dk-privacy-kind", value: kind },
      "aria-describedby": `dk-privacy-kind-${kind}`,
    })
    const label = h(
      "label",
      { class: "dk-privacy-choice" },
      input,
      h("span", {}, h("strong", {}, kinds[kind].title))
    )
    label.lastElementChild?.append(
      h("span", { id: `dk-privacy-kind-${kind}`, class: "dk-privacy-quiet" }, kinds[kind].explained)
    )
    return { kind, input, label }
  })
  const element = h(
    "fieldset",
    { class: "dk-privacy-kinds", "aria-describedby": "dk-privacy-kind-error" },
    h("legend", {}, choose),
    h("div", { class: "dk-privacy-choices" }, ...options.map(({ label }) => label)),
    error
  )
  const [first] = options
  return {
    element,
    chosen: () => options.find(({ input }) => input.checked)?.kind,
    choose: (kind: AdminSubjectRequestKind) => {
      for (const option of options) option.input.checked = option.kind === kind
      options.find((option) => option.kind === kind)?.input.focus()
      error.textContent = ""
    },
    setError: (text: string) => {
      error.textContent = text
    },
    focus: () => first?.input.focus(),
  }
}

type Form = { kinds: ReturnType<typeof kindChoice>; email: Field | null; message: Field }

/** Puts what is wrong beside its field and moves to the first; null when nothing is. */
const checked = ({ words }: Context, { kinds, email, message }: Form) => {
  const { errors } = words.ask
  const kind = kinds.chosen()
  const typed = email?.input.value.trim() ?? ""
  const isEmail = email?.input.checkValidity() ?? true
  const emailError = typed === "" ? errors.email_missing : isEmail ? "" : errors.email
  kinds.setError(kind ? "" : errors.kind)
  email?.setError(emailError)
  message.setError("")
  if (!kind) {
    kinds.focus()
    return null
  }
  if (email && emailError !== "") {
    email.input.focus()
    return null
  }
  const text = message.input.value.trim()
  return { kind, ...(email && { email: typed }), ...(text !== "" && { message: text }) }
}

/** The store's refusal beside the field it is about; false when it is about none. */
const showRefusal = ({ words }: Context, { email, message }: Form, error: unknown): boolean => {
  const name = error instanceof StorefrontError && error.status === 400 ? error.field : undefined
  const { errors } = words.ask
  const [at, text] =
    name === "email" ? [email, errors.email] : name === "message" ? [message, errors.message] : []
  if (!at || text === undefined) return false
  at.setError(text)
  at.input.focus()
  return true
}

const askedBox = ({ words }: Context, another: () => void): HTMLElement => {
  const { sent_title: title, sent, sent_hint: hint, another: text } = words.ask
  const quiet = h("p", { class: "dk-privacy-quiet" }, hint)
  return sentBox(title, h("p", {}, sent), quiet, button(text, another))
}

const formOf = (context: Context, onAsked: (id?: string) => Promise<void>) => {
  const { words, isSignedIn, client, locale } = context
  const { ask } = words
  const message = field("dk-privacy-message", "message", {
    ...{ label: ask.message, hint: ask.message_hint, optional: words.optional },
  })
  const email = isSignedIn
    ? null
    : field("dk-privacy-email", "email", { label: ask.email, hint: ask.email_hint })
  const fields: Form = { kinds: kindChoice(context), email, message }
  const said = h("div", {})
  const submit = async (): Promise<void> => {
    const body = checked(context, fields)
    said.replaceChildren()
    if (!body) return
    try {
      await onAsked((await client.askPrivacyRequest({ ...body, locale })).id)
    } catch (error) {
      if (showRefusal(context, fields, error)) return
      said.replaceChildren(alertBox(h("p", {}, failureText(context, error))))
    }
  }
  const element = form(
    ask.send,
    submit,
    fields.kinds.element,
    message.element,
    email?.element,
    said
  )
  return { element, choose: fields.kinds.choose, focus: fields.kinds.focus }
}

/** The form that asks. `onOwn` is told the id of a request that has begun, of somebody signed in. */
export const askPart = (context: Context, onOwn: (id: string) => Promise<void>) => {
  const { words, isSignedIn } = context
  const place = h("div", {})
  let shown: ReturnType<typeof formOf>
  const showForm = (): void => {
    shown = formOf(context, asked)
    place.replaceChildren(shown.element)
  }
  const asked = async (id?: string): Promise<void> => {
    if (id !== undefined) {
      showForm()
      await onOwn(id)
      return
    }
    const box = askedBox(context, () => {
      showForm()
      shown.focus()
    })
    place.replaceChildren(box)
    const title = box.querySelector("h3")
    if (title) focusOn(title)
  }
  showForm()
  const intro = isSignedIn ? words.ask.signed_in_intro : words.ask.intro
  return {
    element: section("ask", words.ask.title, h("p", {}, intro), place),
    /** Shows the form with a kind chosen, or none, and moves there. */
    open: (kind?: AdminSubjectRequestKind) => {
      showForm()
      if (kind) shown.choose(kind)
      else shown.focus()
    },
  }
}
