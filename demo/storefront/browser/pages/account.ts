import type { Context } from "../context"
import { loginStore } from "../context"
import { alertBox, buttonLink, h } from "../dom"
import { failureText, field, form, showErrors } from "../form"
import type { Page } from "../page"
import { StorefrontError } from "../../../../src/storefront"

const AUTH = "/auth/customer/emailpass"
const SHORTEST = 8

type Login = { email: string; password: string }

const isRefusal = (error: unknown): boolean =>
  error instanceof StorefrontError && error.status >= 400 && error.status < 500

const tokenOf = async ({ client }: Context, path: string, body: Login, headers = {}) =>
  (await client.send<{ token: string }>(path, { method: "POST", body, headers })).token

const logIn = async (context: Context, login: Login): Promise<void> => {
  loginStore.set(await tokenOf(context, AUTH, login))
}

const makeAccount = async (context: Context, login: Login): Promise<void> => {
  const token = await tokenOf(context, `${AUTH}/register`, login)
  await context.client.send("/store/customers", {
    method: "POST",
    body: { email: login.email },
    headers: { authorization: `Bearer ${token}` },
  })
  await logIn(context, login)
}

const signForm = (
  context: Context,
  {
    name,
    title,
    refusal,
    work,
  }: {
    name: string
    title: string
    refusal: string
    work: (context: Context, login: Login) => Promise<void>
  }
): HTMLElement => {
  const { words, go } = context
  const said = h("div", {})
  const email = field({
    ...{ name: `${name}-email`, label: words.email, type: "email", autocomplete: "email" },
  })
  const password = field({
    ...{ name: `${name}-password`, label: words.password, type: "password" },
    hint: name === "register" ? words.password_hint : "",
    autocomplete: name === "register" ? "new-password" : "current-password",
  })
  const submit = async (): Promise<void> => {
    said.replaceChildren()
    const login = { email: email.value(), password: password.value() }
    const errors = {
      ...(email.input.checkValidity() && login.email !== ""
        ? {}
        : { [email.name]: words.refused.email }),
      ...(login.password.length < SHORTEST && { [password.name]: words.password_short }),
    }
    if (showErrors([email, password], errors)) return
    try {
      await work(context, login)
      go("/account")
    } catch (error) {
      said.replaceChildren(alertBox(isRefusal(error) ? refusal : failureText(error, words)))
    }
  }
  return h(
    "section",
    { class: "card", "aria-label": title },
    h("h2", {}, title),
    form(title, submit, said, email.element, password.element)
  )
}

const signedOut = (context: Context): HTMLElement => {
  const { words } = context
  return h(
    "div",
    {},
    h("h1", { tabindex: "-1" }, words.account),
    h("p", { class: "quiet" }, words.account_intro),
    h(
      "div",
      { class: "sign" },
      signForm(context, {
        ...{ name: "login", title: words.login, refusal: words.no_account, work: logIn },
      }),
      signForm(context, {
        ...{ name: "register", title: words.register, refusal: words.not_registered },
        work: makeAccount,
      })
    )
  )
}

/** Logging in, making an account, and what belongs to one. */
export const accountPage: Page = async (context) => {
  const { client, words, go } = context
  const title = words.account
  if (loginStore.get() === null) return { title, content: signedOut(context) }
  const me = await client
    .send<{ customer: { email: string } }>("/store/customers/me")
    .catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      // Too old, or the account has been erased.
      loginStore.clear()
      return null
    })
  if (!me) return { title, content: signedOut(context) }
  const leave = h("button", { type: "button", class: "button" }, words.logout)
  leave.addEventListener("click", () => {
    loginStore.clear()
    go("/account")
  })
  const content = h(
    "div",
    { class: "card text" },
    h("h1", { tabindex: "-1" }, title),
    h("p", {}, `${words.logged_in_as} ${me.customer.email}`),
    h("h2", {}, words.your_data),
    h("p", {}, words.your_data_hint),
    h(
      "div",
      { class: "buttons" },
      buttonLink("/privacy/requests", words.privacy_requests, "primary"),
      leave
    )
  )
  return { title, content }
}
