import { BREACH_MODULE } from "../../../src/modules/breach"
import type { BreachModuleService } from "../../../src/modules/breach"
import { selectRows } from "../../../src/shared/postgres"
import { remindOfBreaches } from "../../../src/workflows/breach"
import { changeCase, getCase } from "../../../src/workflows/breach/cases"
import { BREACH_FACTS, knownCase } from "../helpers/breach-people"
import { openMailbox } from "../helpers/mailbox"
import type { Suite } from "../helpers/suite"
import { breachFactsSchema } from "../../../src/modules/breach/domain/facts"

const HOUR_MS = 3600 * 1000
/** The clock of the shop goes forward, back, and stays. */
const AWARE = [
  "2026-03-28T14:30:00+01:00",
  "2026-10-24T10:00:00+02:00",
  "2026-06-05T16:45:00+02:00",
]

export default (suite: Suite): void => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  const openAt = (awareAt: string) =>
    knownCase(suite, { facts: { occurred_from: null, detected_at: null, aware_at: awareAt } })
  /** Two servers at once, so long after awareness. */
  const runAt = async (awareAt: string, ms: number) => {
    const now = new Date(Date.parse(awareAt) + ms)
    await Promise.all([1, 2].map(() => remindOfBreaches(suite.container(), now)))
  }
  const change = (id: string, event: Parameters<typeof changeCase>[1]["event"]) =>
    changeCase(suite.container(), { id, event, actor: "user_test" })
  const notes = async (id: string) =>
    (
      await selectRows<{ key: string }>(
        suite.database(),
        "SELECT idempotency_key AS key FROM notification WHERE channel = 'feed' AND idempotency_key LIKE ? ORDER BY created_at, id",
        [`dk-breach:${id}:%`]
      )
    ).map(({ key }) => key.split(":").at(-2))
  const reminded = async (id: string) =>
    (await getCase(suite.container(), id)).timeline
      .filter(({ type }) => type === "reminded")
      .map(({ data }) => data.kind)

  it.each(AWARE)(
    "reminds at 24, 48 and 66 elapsed hours from %s and when it is too late, once each",
    async (aware) => {
      const id = await openAt(aware)
      const seen: [number, number][] = []
      for (const hours of [24, 48, 66, 72]) {
        // The last moment of the limit is in time.
        await runAt(aware, hours * HOUR_MS - (hours === 72 ? 0 : 1))
        const before = (await notes(id)).length
        await runAt(aware, hours * HOUR_MS + 1)
        seen.push([before, (await notes(id)).length])
      }
      await runAt(aware, 500 * HOUR_MS)
      expect(seen).toEqual([
        ...[
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
        ],
      ])
      const all = ["24_hours", "48_hours", "66_hours", "overdue"]
      expect([await notes(id), await reminded(id)]).toEqual([all, all])
    }
  )

  it("says only the latest of what was missed, and begins anew when awareness was earlier or later than thought", async () => {
    const [, , aware = ""] = AWARE
    const id = await openAt(aware)
    await runAt(aware, 70 * HOUR_MS)
    expect(await notes(id)).toEqual(["66_hours"])
    const later = "2026-06-06T16:45:00+02:00"
    await change(id, {
      type: "described",
      facts: breachFactsSchema().parse({ ...BREACH_FACTS, aware_at: later }),
    })
    await runAt(later, 67 * HOUR_MS)
    await runAt(later, 80 * HOUR_MS)
    expect(await notes(id)).toEqual(["66_hours", "66_hours", "overdue"])
  })

  it("begins anew each time awareness becomes another moment, also one it was before, and not when it is only written otherwise", async () => {
    const [, , aware = ""] = AWARE
    const id = await openAt(aware)
    const awareFrom = (awareAt: string) =>
      change(id, {
        type: "described",
        facts: breachFactsSchema().parse({ ...BREACH_FACTS, aware_at: awareAt }),
      })
    await runAt(aware, 70 * HOUR_MS)
    await awareFrom("2026-06-05T14:45:00Z")
    await runAt(aware, 71 * HOUR_MS)
    expect(await notes(id)).toEqual(["66_hours"])
    await awareFrom("2026-06-06T16:45:00+02:00")
    await awareFrom(aware)
    await runAt(aware, 71 * HOUR_MS)
    expect([await notes(id), await reminded(id)]).toEqual([
      ["66_hours", "66_hours"],
      ["66_hours", "66_hours"],
    ])
  })

  it("is silent of what was reported, was no breach, is none that is told, or is not certain yet", async () => {
    const [, , aware = ""] = AWARE
    const facts = breachFactsSchema().parse(BREACH_FACTS)
    const reported = await openAt(aware)
    await change(reported, {
      ...{ type: "reported", reported_at: "2026-06-06T10:00:00+02:00", receipt: "2026-1" },
      ...{ is_final: false, delay_reasons: null, facts },
    })
    const none = await openAt(aware)
    await change(none, { type: "ruled_out", reasoning: "Listen var tom." })
    const slight = await knownCase(suite, { risk: "unlikely" })
    const unsure = await knownCase(suite, { facts: { aware_at: null } })
    await runAt(aware, 500 * HOUR_MS)
    for (const id of [reported, none, slight, unsure]) expect(await notes(id)).toEqual([])
  })

  it("tells the shop by mail too when its options say so, and names nobody", async () => {
    const mailbox = await openMailbox(suite)
    const [, , aware = ""] = AWARE
    const service = suite.container().resolve<BreachModuleService>(BREACH_MODULE)
    await openAt(aware)
    await runAt(aware, 25 * HOUR_MS)
    const mails = () => mailbox.mails.filter(({ channel }) => channel === "email")
    expect(mails()).toEqual([])
    jest.replaceProperty(service, "settings", { ...service.settings, remindByMail: true })
    await runAt(aware, 49 * HOUR_MS)
    await runAt(aware, 50 * HOUR_MS)
    expect(mails().map(({ to, template }) => [to, template])).toEqual([
      [service.settings.controller.email, "dk-breach-reminder"],
    ])
    expect(mails()[0]?.content?.text).toContain("Datatilsynet")
  })
}
