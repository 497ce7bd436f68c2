import { addAffected } from "../../../src/modules/breach/people"
import { selectRows, withLock } from "../../../src/shared/postgres"
import { forgetBreaches } from "../../../src/workflows/breach"
import { breachSettings } from "../../../src/workflows/breach/settings"
import type { AdminAssessBreach, AdminBreachNumbersResponse } from "../../../src/types/http"
import {
  BREACHES,
  breachesOf,
  closedLongAgo,
  factsOf,
  hoursAgo,
  wholeFacts,
} from "../helpers/breach-cases"
import { tablesHolding } from "../helpers/canary"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const CLOSING = { cause: "Autofuldførelse", lessons: "Slået fra." }
const UNLIKELY: AdminAssessBreach = { risk: "unlikely", reasoning: "Alt var krypteret." }

export default (suite: Suite): void => {
  let headers: Headers
  const { open, opened, act, done, read } = breachesOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const events = (id: string) => suite.database()("dk_breach_event").where({ breach_id: id })
  const linesOf = (id: string) =>
    selectRows<{ position: number }>(
      suite.database(),
      "SELECT position FROM dk_breach_event WHERE breach_id = ? ORDER BY position",
      [id]
    )
  const stored = async (id: string) =>
    JSON.stringify([
      await suite.database()("dk_breach").where({ id }),
      await events(id).orderBy("position"),
    ])
  const affect = (breachId: string, customerId: string) =>
    withLock(suite.database(), "test", (transaction) =>
      addAffected(transaction, breachSettings(suite.container()).secrets, {
        ...{ breachId, query: { customer_ids: [customerId] } },
      })
    )
  const closedCase = async () => {
    const { id } = await opened({ facts: wholeFacts(2) })
    await done(id, "assess", UNLIKELY)
    return done(id, "close", CLOSING)
  }
  const typesIn = async (id: string) => (await read(id)).timeline.map(({ type }) => type)

  describe("the register", () => {
    it("is the same, byte for byte, when somebody affected has been erased", async () => {
      const account = await register(suite, { email: "zqberoert@kunde.example" })
      const facts = wholeFacts(2)
      const { id } = await opened({ facts })
      await affect(id, account.customerId)
      expect((await read(id)).people.affected).toBe(1)
      const before = await stored(id)
      await erasuresOf(suite).erase(headers, { customer_id: account.customerId, grace_hours: 0 })
      await suite.settle()
      expect(await tablesHolding(suite.database(), "zqberoert")).toEqual([])
      expect(await stored(id)).toBe(before)
      expect((await read(id)).facts).toEqual(facts)
    })

    it("holds nobody's data of those affected", async () => {
      const { account } = await buyOnce(suite, "zqlaekket")
      const { id } = await opened({ facts: wholeFacts(2) })
      await affect(id, account.customerId)
      const holding = await tablesHolding(suite.database(), "zqlaekket")
      expect(holding).toContain("customer")
      expect(holding.filter((table) => table.startsWith("dk_breach"))).toEqual([])
    })
  })

  describe("a timeline", () => {
    it("is changed by nobody, and removed by nobody while the case is open", async () => {
      const { id } = await opened()
      const before = await stored(id)
      await expect(events(id).update({ type: "noted" })).rejects.toThrow(/is evidence/)
      await expect(events(id).delete()).rejects.toThrow(/is evidence/)
      expect(await stored(id)).toBe(before)
    })

    it("is kept five years after the case was closed, and can be removed after", async () => {
      const { id } = await closedCase()
      const others = () => events(id).whereNot({ type: "closed" })
      await expect(others().delete()).rejects.toThrow(/is evidence/)
      await closedLongAgo(suite, id, "5 years")
      await expect(others().delete()).rejects.toThrow(/is evidence/)
      await closedLongAgo(suite, id, "5 years 1 day")
      // What says when it was closed goes last.
      await expect(suite.database()("dk_breach").where({ id }).delete()).rejects.toThrow(
        /violates foreign key/
      )
      expect([await others().delete(), await events(id).delete()]).toEqual([3, 1])
      expect(await suite.database()("dk_breach").where({ id }).delete()).toBe(1)
    })

    it("is freed by no other date in the row that repeats it, nor by that row being removed", async () => {
      const { id } = await closedCase()
      const row = () => suite.database()("dk_breach").where({ id })
      await row().update({ closed_at: new Date("2000-01-01T12:00:00Z") })
      await expect(events(id).delete()).rejects.toThrow(/is evidence/)
      await expect(row().delete()).rejects.toThrow(/violates foreign key/)
      await forgetBreaches(suite.container())
      expect(await events(id)).toHaveLength(4)
    })

    it("of a case that was opened again is kept", async () => {
      const { id } = await closedCase()
      await closedLongAgo(suite, id, "6 years")
      await done(id, "reopen", { reasoning: "Flere er berørt." })
      await expect(events(id).delete()).rejects.toThrow(/is evidence/)
    })
  })

  describe("two who act at once", () => {
    it("close a case once", async () => {
      const { id } = await opened({ facts: wholeFacts(2) })
      await done(id, "assess", UNLIKELY)
      const answers = await Promise.all([1, 2, 3].map(() => act(id, "close", CLOSING)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(answers.flatMap(({ status, error }) => (status === 409 ? [error.code] : []))).toEqual([
        "closed",
        "closed",
      ])
      expect((await typesIn(id)).filter((type) => type === "closed")).toHaveLength(1)
    })

    it("do not undo each other's description", async () => {
      const { id, facts_version: version } = await opened({ facts: wholeFacts(2) })
      const describe = (nature: string) =>
        act(id, "facts", { ...wholeFacts(2), nature, facts_version: version })
      const answers = await Promise.all([describe("Anna så det."), describe("Bo så det.")])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(refused?.error.code).toBe("described_meanwhile")
      const detail = await read(id)
      expect(detail.timeline).toHaveLength(3)
      expect(detail.timeline.at(-1)).toMatchObject({ id: detail.facts_version })
      const again = { ...detail.facts, facts_version: detail.facts_version }
      expect((await done(id, "facts", again)).facts_version).not.toBe(detail.facts_version)
    })

    it("are both written down, one after the other, and judged by what the first said", async () => {
      for (let round = 0; round < 3; round += 1) {
        const { id } = await opened({ facts: wholeFacts(80) })
        const phase = { receipt: "2026-11-0042", is_final: true }
        const answers = await Promise.all([
          act(id, "phases", { ...phase, reported_at: hoursAgo(1) }),
          act(id, "phases", { ...phase, reported_at: hoursAgo(20) }),
          act(id, "notes", { text: "Ringet" }),
          act(id, "facts", wholeFacts(80)),
        ])
        const [late, inTime, ...others] = answers.map(({ status }) => status)
        expect([inTime, ...others]).toEqual([200, 200, 200])
        const detail = await read(id)
        const phases = detail.timeline.filter(({ type }) => type === "reported")
        // Late without reasons is only possible after the phase that was in time.
        expect(phases).toHaveLength(late === 200 ? 2 : 1)
        expect(detail.is_late).toBe(false)
        const lines = await linesOf(id)
        expect(lines.map(({ position }) => position)).toEqual(lines.map((_, at) => at + 1))
      }
    })
  })

  describe("a customer's report", () => {
    const tip = async (id: string, change: object = {}) => {
      await suite
        .database()("dk_breach_tip")
        .insert({
          ...{ id, controller_id: "default", message: "Jeg fik en andens mail", locale: "da" },
          ...change,
        })
      return id
    }
    const stateOf = async (id: string) =>
      (
        await selectRows<{ state: string; breach_id: string | null; decided_by: string | null }>(
          suite.database(),
          "SELECT state, breach_id, decided_by FROM dk_breach_tip WHERE id = ?",
          [id]
        )
      )[0]
    const numberOfCases = async () => (await suite.database()("dk_breach").select("id")).length
    const from = (reportId: string) => open({ source: "customer", report_id: reportId })

    it("belongs to the case that is opened from it, of two at once to one", async () => {
      const id = await tip("dkbrt_zq1")
      const numbers = () =>
        suite.call<AdminBreachNumbersResponse>("GET", `${BREACHES}/numbers`, { headers })
      expect((await numbers()).body.new_reports).toBe(1)
      const answers = await Promise.all([from(id), from(id)])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe("decided_already")
      const made = answers.find(({ status }) => status === 201)?.body.breach
      expect(made?.source).toBe("customer")
      expect(await stateOf(id)).toEqual({
        ...{ state: "linked", breach_id: made?.id, decided_by: made?.opened_by },
      })
      expect([await numberOfCases(), (await numbers()).body.new_reports]).toEqual([1, 0])
    })

    it("that is not there, or that somebody dismissed, opens no case", async () => {
      const dismissed = await tip("dkbrt_zq2", { state: "dismissed", decided_at: new Date() })
      const others = await tip("dkbrt_zq3", { controller_id: "another" })
      const answers = [await from("dkbrt_none"), await from(others), await from(dismissed)]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 409])
      expect(await numberOfCases()).toBe(0)
    })

    it("stays to be looked into when the case cannot be opened", async () => {
      const id = await tip("dkbrt_zq4")
      const answer = await open({
        ...{ source: "customer", report_id: id, facts: factsOf({ aware_at: hoursAgo(-1) }) },
      })
      expect([answer.status, (await stateOf(id))?.state]).toEqual([400, "new"])
    })
  })
}
