import { selectRows } from "../../../src/shared/postgres"
import { staff } from "../helpers/shop"
import { afterMonths, byHand, soldToGuest, sweepAt } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"

type Case = {
  rule: string
  /** Makes rows whose term begins now; they hold `zqtrace`. */
  made: string[]
  /** One day before it is past its term, and well after. */
  before: Date
  after: Date
  erased: number
}

const ADDRESS = (table: string, id: string) =>
  `INSERT INTO ${table} (id, last_name) VALUES ('${id}', 'zqtrace')`

const EXECUTION = (id: string, state: string, moved: string) =>
  `INSERT INTO workflow_execution (id, workflow_id, transaction_id, run_id, context, state, updated_at)
   VALUES ('${id}', 'zq-work', '${id}', '${id}', '{"who": "zqtrace"}', '${state}', now() + interval '${moved}')`

const CASES: readonly Case[] = [
  {
    ...{ rule: "notification", before: afterMonths(12, -1), after: afterMonths(12, 3), erased: 1 },
    made: [
      `INSERT INTO notification (id, "to", channel, template, data) VALUES ('noti_zq', 'zqtrace@kunde.example', 'email', 'x', '{}')`,
    ],
  },
  {
    // Touched since, but it has ended; another one has not ended and has not moved.
    ...{ rule: "workflow_execution", before: afterMonths(0, 29), after: afterMonths(0, 33) },
    made: [EXECUTION("wf_zq1", "done", "20 days"), EXECUTION("wf_zq2", "not_started", "0 days")],
    erased: 2,
  },
  {
    ...{
      rule: "orphaned_address",
      before: afterMonths(0, 89),
      after: afterMonths(0, 93),
      erased: 2,
    },
    made: [ADDRESS("cart_address", "caaddr_zq"), ADDRESS("order_address", "ordaddr_zq")],
  },
  {
    ...{ rule: "former_staff", before: afterMonths(12, -1), after: afterMonths(12, 3), erased: 2 },
    made: [
      `INSERT INTO "user" (id, email, first_name, deleted_at) VALUES ('user_zq', 'zqtrace@butik.example', 'zqtrace', now())`,
      `INSERT INTO invite (id, email, token, accepted, expires_at) VALUES ('invite_zq', 'zqtrace@butik.example', 'zqtracetoken', true, now() - interval '2 years')`,
    ],
  },
]

const HELD = [
  "notification",
  "workflow_execution",
  "cart_address",
  "order_address",
  '"user"',
  "invite",
]

export default (suite: Suite): void => {
  const held = async () => {
    const parts = HELD.map(
      (table) => `SELECT count(*) AS n FROM ${table} t WHERE t::text LIKE '%zqtrace%'`
    )
    const [row] = await selectRows<{ n: number }>(
      suite.database(),
      `SELECT sum(n)::int AS n FROM (${parts.join(" UNION ALL ")}) x`
    )
    return row?.n
  }

  describe("the rule of", () => {
    it.each(CASES)("$rule takes what is past its term, not a day before", async (one) => {
      await byHand(suite, ...one.made)
      expect((await sweepAt(suite, one.before)).report).not.toHaveProperty(one.rule)
      expect(await held()).toBe(one.erased)
      expect((await sweepAt(suite, one.after)).report).toMatchObject({
        [one.rule]: { erased: one.erased, waiting: {}, parked: 0 },
      })
      expect(await held()).toBe(0)
      expect((await sweepAt(suite, one.after)).report).not.toHaveProperty(one.rule)
    })

    it("work that still moves keeps it", async () => {
      await byHand(suite, EXECUTION("wf_zq3", "not_started", "20 days"))
      await sweepAt(suite, afterMonths(0, 45))
      expect(await held()).toBe(1)
    })

    it("an address that a change log names keeps it", async () => {
      await byHand(
        suite,
        ADDRESS("order_address", "ordaddr_zqold"),
        `INSERT INTO order_change_action (id, order_id, action, details) VALUES ('ordchact_zq', 'order_zq', 'UPDATE_ORDER_PROPERTIES', '{"old": {"id": "ordaddr_zqold"}}')`
      )
      await sweepAt(suite, afterMonths(4))
      expect(await held()).toBe(1)
    })

    it("a label's file takes its address a week after sending, and leaves the parcel's number", async () => {
      const orderId = await soldToGuest(suite, await staff(suite), "zqlabel")
      await byHand(
        suite,
        `INSERT INTO fulfillment_label (id, tracking_number, tracking_url, label_url, fulfillment_id)
         SELECT 'fulla_zq', 'DK1', 'https://fragt.example/DK1', 'https://fragt.example/label.pdf', fulfillment_id
           FROM order_fulfillment WHERE order_id = '${orderId}'`
      )
      const labels = () =>
        selectRows(suite.database(), "SELECT tracking_number, label_url FROM fulfillment_label")
      await sweepAt(suite, afterMonths(0, 6))
      expect(await labels()).toEqual([
        { tracking_number: "DK1", label_url: "https://fragt.example/label.pdf" },
      ])
      expect((await sweepAt(suite, afterMonths(0, 9))).report).toMatchObject({
        label_file: { erased: 1 },
      })
      expect(await labels()).toEqual([{ tracking_number: "DK1", label_url: "" }])
    })
  })
}
