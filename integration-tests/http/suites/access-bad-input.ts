import { MOST_LEVELS } from "../../../src/api/_shared/refuse-unreadable"
import { callAsWritten } from "../helpers/routes"
import { shopper, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

/** Written as text: the program that writes it would fall as well. */
const nested = (levels: number): string => `${'{"below":'.repeat(levels)}"Kim"${"}".repeat(levels)}`

export default (suite: Suite): void => {
  describe("input that cannot be read", () => {
    it.each([
      ["a % that is followed by no letter's code", "/admin/orders/order_1%/buyer"],
      ["letters of no alphabet", "/admin/privacy/requests/%C0%AF"],
      ["a zero byte, which Postgres does not take", "/admin/orders/order_1%00/consents"],
      ["one in what is searched", "/admin/privacy/requests?q=a%00b"],
      ["one in a route of Medusa", "/admin/customers/cus_1%00"],
    ])("is refused as the address: %s", async (_what, path) => {
      const { status, text } = await callAsWritten(suite, "GET", {
        path,
        headers: await staff(suite),
      })
      expect([status, JSON.parse(text)]).toEqual([
        400,
        expect.objectContaining({ type: "invalid_data", code: "malformed" }),
      ])
    })

    it("is refused as the body, and no piece of it is answered or logged", async () => {
      const logged = watchLogger(suite)
      const answer = await suite.call("POST", "/store/privacy/requests", {
        headers: { ...shopper(), "content-type": "application/json" },
        body: '"zqHansen"',
      })
      expect([answer.status, answer.error]).toEqual([
        400,
        { type: "invalid_data", code: "malformed", message: "body: is not valid JSON" },
      ])
      expect(logged.join("\n")).not.toContain("zqHansen")
      jest.restoreAllMocks()
    })

    it("is refused when it is so deep that whoever walks it falls", async () => {
      const headers = await staff(suite)
      const send = (metadata: string) =>
        suite.call("POST", "/admin/customers", {
          headers,
          body: `{"email":"dyb@kunde.example","metadata":${metadata}}`,
        })
      expect((await send(nested(5_000))).error).toMatchObject({ code: "too_deep" })
      expect((await send(nested(MOST_LEVELS))).error).toMatchObject({ code: "too_deep" })
      expect((await send(nested(MOST_LEVELS - 2))).status).toBe(200)
    })

    it("is refused by its field's name, unless the name is itself a text of somebody's", async () => {
      const answer = await suite.call("POST", "/admin/customers", {
        headers: await staff(suite),
        body: { email: "kort@kunde.example", metadata: { "Hans Hansen": "4111 1111 1111 1111" } },
      })
      expect(answer.error).toMatchObject({ code: "looks_like_card_number" })
      expect(answer.error.message).toMatch(/^metadata\.\*: /)
    })
  })
}
