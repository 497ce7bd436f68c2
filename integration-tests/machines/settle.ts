import { callNets } from "../http/helpers/nets"
import { setSwitches } from "../http/helpers/nets-sales"
import { REPLAYS } from "../http/helpers/ledger"
import type { Headers } from "../http/helpers/shop"
import type { Suite } from "../http/helpers/suite"
import type { AdminReplay } from "../../src/types/http"
import type { Cluster } from "./parts/cluster"
import { persist } from "./traffic/shop"

/** What waits becomes due, what was leased is free, and whoever may still be at work has ended it. */
const TIME_PASSES = [
  "UPDATE dk_nets_receipt SET next_attempt_at = now(), claimed_until = NULL WHERE done_at IS NULL",
  "UPDATE dk_nets_payment SET reads = 0, working_until = NULL, next_check_at = now() - interval '1 second'",
  `UPDATE "order" SET created_at = created_at - interval '11 minutes'`,
  "UPDATE capture SET created_at = created_at - interval '11 minutes'",
  "UPDATE refund SET created_at = created_at - interval '11 minutes'",
  "UPDATE fulfillment SET shipped_at = shipped_at - interval '11 minutes'",
  "UPDATE dk_invoice_delivery SET next_attempt_at = now(), claimed_until = NULL WHERE done_at IS NULL",
  "UPDATE dk_breach_notice SET next_attempt_at = now(), claimed_until = NULL WHERE done_at IS NULL",
  // A checkout that was killed counts as dead after an hour, and what was erased is looked at once more after two minutes.
  "UPDATE workflow_execution SET updated_at = updated_at - interval '61 minutes' WHERE state NOT IN ('done', 'failed', 'reverted')",
  "UPDATE dk_personal_data_erasure SET finished_at = finished_at - interval '3 minutes' WHERE status = 'done'",
]

/** Jobs that put right what a fault left undone, by the names of their files. */
const REPAIRS = [
  "nets-process-receipts",
  "nets-sweep",
  "nets-capture-shipped",
  "invoice-issue-missing",
  "invoice-close-settled",
  "invoice-send-deliveries",
  "consent-record-shown",
  "buyer-check-orders",
  "personal-data-finish-erasures",
  "breach-notices",
  "consent-mail-subscriptions",
  "personal-data-tidy",
]

/** Jobs of the night. */
const NIGHT = ["personal-data-resume-sweep", "personal-data-sweep", "personal-data-full-scan"]

const ROUNDS = 3

/** A replay looks at every erasure again, beside whatever else runs. */
const REPLAY_MS = 3 * 60 * 1000
const REPLAY_EACH_MS = 2_000

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Begins a replay; gives nothing while another one runs. */
const beginReplay = async (shop: Suite, headers: Headers): Promise<AdminReplay | undefined> => {
  const answer = await shop.call<{ replay: AdminReplay }>("POST", REPLAYS, { headers })
  if (answer.status === 409) return undefined
  if (answer.status !== 202) throw new Error(answer.text)
  return answer.body.replay
}

const readReplay = async (shop: Suite, headers: Headers, id: string): Promise<AdminReplay> =>
  (await shop.call<{ replay: AdminReplay }>("GET", `${REPLAYS}/${id}`, { headers })).body.replay

/**
 * Erases once more what a restored backup would have brought back. Gives what came of it, or of it so far when its time is over.
 *
 * @param erasures how many there are
 */
const replayLedger = async (
  shop: Suite,
  headers: Headers,
  erasures: number
): Promise<AdminReplay | undefined> => {
  const end = Date.now() + REPLAY_MS + erasures * REPLAY_EACH_MS
  let replay: AdminReplay | undefined
  do {
    await pause(1_000)
    const id = replay?.id
    replay = await persist(() =>
      id === undefined ? beginReplay(shop, headers) : readReplay(shop, headers, id)
    )
  } while ((replay === undefined || replay.status === "running") && Date.now() < end)
  return replay
}

/** Waits until Nets has nothing left to tell. */
const untilTold = (): Promise<void> =>
  persist(async () => {
    const { body } = await callNets("GET", "/emulator/summary")
    if ((body.webhooks as { waiting: number }).waiting > 0) throw new Error("Webhooks are waiting")
  })

/**
 * Lets the store come to rest when all faults are healed: time passes, the jobs of the day and of the night run on the
 * worker, and the ledger is replayed.
 *
 * @param erasures how many were asked for
 * @returns what jobs failed with, and the replay
 */
export const settle = async (
  { machines }: Cluster,
  shop: Suite,
  { headers, erasures }: { headers: Headers; erasures: number }
) => {
  await setSwitches({ reads_per_hour: 100_000, webhook_retry_ms: 200 })
  await untilTold()
  await pause(3_000)
  const failures: string[] = []
  const runAll = async (jobs: readonly string[]) => {
    for (const job of jobs) {
      const failure = await machines.worker.run(job)
      if (failure !== null) failures.push(`${job}: ${failure}`)
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const sql of TIME_PASSES) await shop.database().raw(sql)
    await runAll(REPAIRS)
    await pause(1_000)
  }
  await runAll(NIGHT)
  const replay = await replayLedger(shop, headers, erasures)
  await runAll(["personal-data-finish-erasures"])
  return { failures, replay }
}
