import { SUBSCRIPTIONS } from "../helpers/consents"
import { shopper } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Addresses of one IPv6 network: whoever has one has them all. */
const oneOfMany = (run: number): string => `2001:db8:7:7::${(run + 1).toString(16)}`

export default (suite: Suite): void => {
  describe("limits on callers", () => {
    const callFrom = async (ip: string, method: string, path: string, body?: object) => {
      const answer = await suite.call(method, path, {
        headers: { ...shopper(), "x-forwarded-for": ip },
        ...(body && { body }),
      })
      return answer.status
    }
    const statusesOf = async (calls: number, call: (run: number) => Promise<number>) => {
      const statuses: number[] = []
      for (let run = 0; run < calls; run += 1) statuses.push(await call(run))
      return statuses
    }

    // Other suites call from the same address.
    afterEach(() => suite.database()("dk_subject_request_limit").delete())

    it("count the look-ups of a network, whichever of its addresses asks", async () => {
      const look = (ip: string) => callFrom(ip, "GET", "/store/dk/companies/10150817")
      // A minute may begin meanwhile.
      const statuses = await statusesOf(62, (run) => look(oneOfMany(run)))
      expect(statuses[0]).toBe(200)
      expect(statuses).toContain(429)
      expect(await look("2001:db8:7:8::1")).toBe(200)
    })

    it("count sign-ups for marketing of a network, right or wrong, and uses of their links", async () => {
      const signUp = (ip: string) => callFrom(ip, "POST", SUBSCRIPTIONS, { email: "wrong" })
      const statuses = await statusesOf(61, (run) => signUp(oneOfMany(run)))
      expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 400))
      expect(statuses[60]).toBe(429)
      expect(await signUp("2001:db8:7:8::1")).toBe(400)
      const confirm = () =>
        callFrom("192.0.2.7", "POST", `${SUBSCRIPTIONS}/confirm`, { token: "1".repeat(64) })
      expect(await confirm()).toBe(200)
      await suite.database()("dk_subject_request_limit").update({ calls: 120 })
      expect(await confirm()).toBe(429)
    })

    it("count cookie choices, which are kept for years, of a network", async () => {
      const choose = (ip: string) => callFrom(ip, "POST", "/store/privacy/cookie-choices", {})
      expect(await choose(oneOfMany(1))).toBe(400)
      await suite.database()("dk_subject_request_limit").update({ calls: 600 })
      expect(await choose(oneOfMany(2))).toBe(429)
      expect(await choose("2001:db8:7:8::1")).toBe(400)
    })
  })
}
