import { starterCookies } from "./cookies"
import { starterPrivacy } from "./privacy"

const controller = {
  name: "Butikken",
  cvr: "10150817",
  address: "Gade 1",
  email: "butik@butik.example",
}

describe("the starter of a cookie policy", () => {
  it.each([
    ["da", "12 måneder"],
    ["en", "12 months"],
  ] as const)("(%s) lists the cookie a choice is remembered in", (locale, lifetime) => {
    const { data } = starterCookies(controller, locale)
    expect(data).toMatchObject({
      cookies: [
        { name: "_medusa_cart_id" },
        { name: "_medusa_jwt" },
        { name: "dk_cookie_choice", purpose: "necessary", provider: "Butikken", lifetime },
      ],
    })
  })
})

describe("the starter of a privacy policy", () => {
  const facts = (categories: string[]) => ({
    categories: new Map(categories.map((name): [string, string[]] => [name, ["erasure"]])),
    recipients: [],
    automatedDecisions: [],
  })

  it.each([
    ["da", "hemmelig nøgle"],
    ["en", "secret key"],
  ] as const)("(%s) tells that an objection is kept as a keyed code", (locale, words) => {
    expect(starterPrivacy(controller, locale, facts(["consent"])).body).toContain(words)
    expect(starterPrivacy(controller, locale, facts([])).body).not.toContain(words)
  })
})
