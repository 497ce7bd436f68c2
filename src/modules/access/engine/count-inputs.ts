import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { errorName } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { postgres, selectRows } from "../../../shared/postgres"
import type { InputOutcome } from "../domain/input-outcome"

/** Two servers at once add up. */
const ADD = `INSERT INTO dk_access_input_count (id, day, outcome, count) VALUES (?, ?, ?, ?)
  ON CONFLICT (day, outcome) DO UPDATE SET count = dk_access_input_count.count + excluded.count, updated_at = now()`

/**
 * Adds up what the guard did. One statement at a time per process: what comes meanwhile waits in memory and is written
 * together, so that a flood of requests takes one connection. Nobody waits for it, and a count that cannot be written is
 * left out.
 */
class InputCounter {
  private pending = new Map<string, { day: string; outcome: InputOutcome; count: number }>()
  private isWriting = false

  constructor(
    private readonly connection: Knex,
    private readonly logger: Logger
  ) {}

  add(outcomes: readonly InputOutcome[], now: Date): void {
    const day = copenhagenDay(now)
    for (const outcome of outcomes) {
      const key = `${day} ${outcome}`
      const count = (this.pending.get(key)?.count ?? 0) + 1
      this.pending.set(key, { day, outcome, count })
    }
    if (!this.isWriting) void this.write()
  }

  private async write(): Promise<void> {
    this.isWriting = true
    try {
      while (this.pending.size > 0) {
        const counts = [...this.pending.values()]
        this.pending = new Map()
        for (const { day, outcome, count } of counts) {
          const id = generateEntityId(undefined, "dkcount")
          await selectRows(this.connection, ADD, [id, day, outcome, count])
        }
      }
    } catch (error) {
      this.logger.warn(`What the input guard did was not counted: ${errorName(error)}`)
    } finally {
      this.isWriting = false
    }
  }
}

const counters = new WeakMap<Knex, InputCounter>()

/** Counts what was decided about one request, after the decision. Never throws, and is not waited for. */
export const countInputs = (
  container: MedusaContainer,
  outcomes: readonly InputOutcome[]
): void => {
  if (outcomes.length === 0) return
  const connection = postgres(container)
  const counter =
    counters.get(connection) ??
    new InputCounter(connection, container.resolve(ContainerRegistrationKeys.LOGGER))
  counters.set(connection, counter)
  counter.add(outcomes, new Date())
}

export type InputCountRow = { day: string; outcome: InputOutcome; count: number }

/** Counts since a day, `YYYY-MM-DD` in Denmark, the latest day first. */
export const readInputCounts = (connection: Knex, since: string): Promise<InputCountRow[]> =>
  selectRows<InputCountRow>(
    connection,
    `SELECT day, outcome, count FROM dk_access_input_count WHERE day >= ? ORDER BY day DESC, outcome`,
    [since]
  )

/** Removes counts that are older than twelve months. */
export const dropOldInputCounts = async (connection: Knex, now: Date): Promise<void> => {
  await selectRows(
    connection,
    `DELETE FROM dk_access_input_count WHERE day::date < ?::date - interval '12 months'`,
    [copenhagenDay(now)]
  )
}
