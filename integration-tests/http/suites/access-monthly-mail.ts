import { ACCESS_MODULE } from "../../../src/modules/access"
import type { AccessModuleService } from "../../../src/modules/access"
import { selectRows } from "../../../src/shared/postgres"
import { mailMonthlyOverview } from "../../../src/workflows/access"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { overviewOf } from "../helpers/overview"
import { eventually, staff } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

/** Seven in the morning in Denmark, in winter. */
const FIRST = new Date("2026-12-01T06:00:00Z")
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const after = (ms: number): Date => new Date(FIRST.getTime() + ms)

export default (suite: Suite): void => {
  let mailbox: TestMailbox
  const run = (now: Date) => mailMonthlyOverview(suite.container(), now)
  const subjects = () => mailbox.mails.map(({ content }) => content?.subject)

  beforeEach(async () => {
    mailbox = await openMailbox(suite)
  })

  afterEach(() => {
    jest.restoreAllMocks()
  })

  describe("the mail of a month", () => {
    it("tells the shop what needs it, in numbers, and where to see it", async () => {
      const { enter } = requestsOf(suite, () => headers)
      const headers = await staff(suite)
      await enter("access", { email: "zqsent@kunde.example", received_on: "2026-05-01" })
      await run(FIRST)
      const [mail] = mailbox.mails
      expect(mail).toMatchObject({ to: "kontakt@butik.example", template: "dk-overview-monthly" })
      const { tasks } = await overviewOf(suite)()
      expect(mail?.content?.subject).toBe(`Persondata: ${tasks.length.toString()} ting kræver dig`)
      expect(mail?.content?.text).toContain("- 1 anmodning er over fristen")
      expect(mail?.content?.text).toContain("december 2026")
      expect(mail?.content?.text).toMatch(/Se det hele/u)
      expect(mail?.data).toMatchObject({
        month: "2026-12",
        tasks: expect.arrayContaining([
          { area: "requests", code: "overdue", count: 1, is_urgent: true },
        ]) as object[],
      })
      expect(JSON.stringify([mail?.content, mail?.data])).not.toMatch(/zqsent|kunde\.example/u)
    })

    it("leaves once, though it is run twice, at once and day after day, and again next month", async () => {
      await run(after(-HOUR_MS))
      expect(subjects()).toEqual([])
      await Promise.all([run(FIRST), run(FIRST), run(FIRST)])
      await run(FIRST)
      await run(after(DAY_MS))
      expect(mailbox.mails).toHaveLength(1)
      // Medusa's note may be erased within the week; the mail is not sent for that.
      await selectRows(suite.database(), "DELETE FROM notification")
      await run(after(3 * DAY_MS))
      expect(mailbox.mails).toHaveLength(1)
      await run(after(31 * DAY_MS))
      expect(mailbox.mails).toHaveLength(2)
    })

    it("is sent later by a store that was down, but not when the month is under way", async () => {
      await run(after(7 * DAY_MS))
      expect(subjects()).toEqual([])
      await run(after(6 * DAY_MS))
      expect(mailbox.mails).toHaveLength(1)
    })

    it("is tried again when it surely did not leave, and never when nobody knows", async () => {
      mailbox.fail(true)
      await run(FIRST)
      expect(mailbox.mails).toEqual([])
      mailbox.fail(false)
      const release = mailbox.hold()
      const first = run(after(HOUR_MS))
      await eventually(async () => {
        const sql =
          "SELECT status FROM notification WHERE idempotency_key LIKE 'dk-overview-monthly:%'"
        const [row] = await selectRows<{ status: string }>(suite.database(), sql)
        return row?.status === "pending"
      })
      await run(after(HOUR_MS))
      release()
      await first
      await run(after(2 * HOUR_MS))
      expect(mailbox.mails).toHaveLength(1)
    })

    it("waits while an area cannot be read, and names it once the last day has come", async () => {
      await selectRows(suite.database(), "ALTER TABLE dk_access_finding RENAME TO zq_gone")
      try {
        await run(FIRST)
        await run(after(5 * DAY_MS))
        expect(subjects()).toEqual([])
        await run(after(6 * DAY_MS))
      } finally {
        await selectRows(suite.database(), "ALTER TABLE zq_gone RENAME TO dk_access_finding")
      }
      const [mail] = mailbox.mails
      expect(mail?.content?.text).toContain("Vi kunne ikke læse: fund.")
      expect(mail?.data).toMatchObject({ failed: ["findings"] })
      await run(after(6 * DAY_MS + HOUR_MS))
      expect(mailbox.mails).toHaveLength(1)
    })

    it("goes out within the week as soon as all can be read again", async () => {
      await selectRows(suite.database(), "ALTER TABLE dk_access_finding RENAME TO zq_gone")
      try {
        await run(FIRST)
      } finally {
        await selectRows(suite.database(), "ALTER TABLE zq_gone RENAME TO dk_access_finding")
      }
      await run(after(HOUR_MS))
      expect(mailbox.mails.map(({ data }) => data)).toEqual([
        expect.objectContaining({ failed: [] }),
      ])
    })

    it("does not promise that things go by themselves while erasing is stopped", async () => {
      await suite.call("POST", "/admin/privacy/stops", {
        headers: await staff(suite),
        body: { kind: "court", reason: "Sag 2", ends_on: "2099-12-31" },
      })
      await run(FIRST)
      const [mail] = mailbox.mails
      expect(mail?.content?.text).toContain("Sletning er stoppet til og med 31. december 2099")
      expect(mail?.content?.text).not.toContain("slettes af sig selv")
      expect(mail?.data).toMatchObject({ erasing_stopped_until: "2099-12-31" })
    })

    it("is not sent when the shop wants none", async () => {
      const { settings } = suite.container().resolve<AccessModuleService>(ACCESS_MODULE)
      settings.monthlyMail = false
      try {
        await run(FIRST)
        expect(mailbox.mails).toEqual([])
      } finally {
        settings.monthlyMail = true
      }
    })
  })
}
