import { StorefrontError } from "../error"
import { failureText, section } from "./context"
import type { Context } from "./context"
import { alertBox, button, focusOn, h } from "./dom"
import { field, form, sentBox } from "./field"
import type { Field } from "./field"

type Fields = { message: Field; email: Field | null }

/** Puts what is wrong beside its field and moves to the first; null when something is. */
const checked = ({ words }: Context, { message, email }: Fields) => {
  const { errors } = words.breach
  const text = message.input.value.trim()
  const address = email?.input.value.trim() ?? ""
  const isEmail = email?.input.checkValidity() ?? true
  message.setError(text === "" ? errors.message_missing : "")
  email?.setError(isEmail ? "" : errors.email)
  const wrong = text === "" ? message : isEmail ? null : email
  if (wrong === null) return { message: text, ...(address !== "" && { email: address }) }
  wrong.input.focus()
  return null
}

/** The store's refusal beside the field it is about; false when it is about none. */
const showRefusal = ({ words }: Context, fields: Fields, error: unknown): boolean => {
  const name = error instanceof StorefrontError && error.status === 400 ? error.field : undefined
  if (name !== "message" && name !== "email") return false
  const at = fields[name]
  if (at === null) return false
  at.setError(words.breach.errors[name])
  at.input.focus()
  return true
}

const formOf = (context: Context, onTold: () => void) => {
  const { words, isSignedIn, client, locale } = context
  const { breach } = words
  const message = field("dk-privacy-breach-message", "message", {
    ...{ label: breach.message, hint: breach.message_hint },
  })
  const email = isSignedIn
    ? null
    : field("dk-privacy-breach-email", "email", {
        ...{ label: breach.email, hint: breach.email_hint, optional: words.optional },
      })
  const said = h("div", {})
  const submit = async (): Promise<void> => {
    const told = checked(context, { message, email })
    said.replaceChildren()
    if (!told) return
    try {
      await client.reportBreach({ ...told, locale })
      onTold()
    } catch (error) {
      if (showRefusal(context, { message, email }, error)) return
      said.replaceChildren(alertBox(h("p", {}, failureText(context, error))))
    }
  }
  const element = form(breach.send, submit, message.element, email?.element, said)
  return {
    element,
    focus: () => {
      message.input.focus()
    },
  }
}

/** The form with which somebody tells the shop of data that came into wrong hands. */
export const breachPart = (context: Context): HTMLElement => {
  const { breach } = context.words
  const place = h("div", {})
  const showForm = () => {
    const shown = formOf(context, showSent)
    place.replaceChildren(shown.element)
    return shown
  }
  const showSent = (): void => {
    const another = button(breach.another, () => {
      showForm().focus()
    })
    const box = sentBox(breach.sent_title, h("p", {}, breach.sent), another)
    place.replaceChildren(box)
    const title = box.querySelector("h3")
    if (title) focusOn(title)
  }
  showForm()
  return section("breach", breach.title, h("p", {}, breach.intro), place)
}
