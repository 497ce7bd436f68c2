import { notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { assess, countKept, countPending } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { refuseForeignOrders } from "./confirmed-orders"
import { findErasureOf } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"
import type { Subject } from "./resolve"
import type { UncertainRow } from "./uncertain-rows"

export type PreviewInput = Subject & {
  overrideBlocks: boolean
  graceHours: number
  financialYearStartsIn: number
  now: Date
  warn: (line: string) => void
}

export type Preview = {
  facts: Assessment
  pending: CategoryCount[]
  evidence: CategoryCount[]
  uncertain: UncertainRow[]
  open: ErasureRow | null
}

/** Everything the erase dialog tells, from one snapshot; nothing is written. */
export const previewErasure = (connection: Knex, input: PreviewInput): Promise<Preview> =>
  connection.transaction(
    async (transaction) => {
      const facts = await assess(transaction, input, input)
      if (input.customer_id !== undefined && !facts.person.customers.includes(input.customer_id)) {
        throw notFound("customer_id: no customer has this id.")
      }
      await refuseForeignOrders(transaction, facts.person, input.confirmed_order_ids)
      const open = await findErasureOf(transaction, facts, ["proposed", "planned", "running"])
      return {
        facts,
        pending: await countPending(transaction, facts),
        evidence: await countKept(transaction, facts),
        uncertain: [...facts.uncertain, ...facts.others],
        open: open ?? null,
      }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
