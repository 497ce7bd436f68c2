import { ERASURE_LOCK } from "../../../src/modules/personal-data"
import { copenhagenDay } from "../../../src/rules"
import { selectRows, withLock } from "../../../src/shared/postgres"
import { eventually } from "./shop"
import type { Suite } from "./suite"

/** Runs what erases while a stop is being committed, and lets the stop be committed once it waits or has ended. */
export const whileStopping = async (suite: Suite, erase: () => Promise<unknown>): Promise<void> => {
  const database = suite.database()
  let erasing: Promise<unknown> = Promise.resolve()
  await withLock(database, ERASURE_LOCK, async (transaction) => {
    await transaction("dk_personal_data_stop").insert({
      ...{ id: "dkstop_zq", kind: "court", reason: "x", created_by: "x" },
      ends_on: copenhagenDay(new Date()),
    })
    erasing = erase()
    const waits = eventually(async () => {
      const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
      return (await selectRows(database, waiting)).length > 0
    })
    await Promise.race([erasing, waits])
  })
  await erasing
}
