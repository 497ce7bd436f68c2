import type { Knex } from "../../shared/postgres"
import { askSubscription } from "./subscriptions"
import type { NewSubscription } from "./subscriptions"
import { findSuppressed } from "./suppressions"
import type { Keeper } from "./suppressions"

type Given = Omit<NewSubscription, "channel" | "email"> & { email: string | null; channel: string }

/**
 * A choice on behalf of an address that objected counts when the owner of the mailbox says so, for anybody can type an
 * address: a sign-up mail is asked for instead. Nothing is asked of an address that did not object, nor about phones, which
 * cannot be proved by mail: their objection stays.
 *
 * @returns the id whose mail waits, or null
 */
export const askWhoObjected = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  { email, channel, ...given }: Given
): Promise<string | null> => {
  if (email === null || channel !== "email") return null
  const about = { purpose: given.purpose, channel }
  const suppressed = await findSuppressed(transaction, keeper, [email], about)
  if (suppressed.size === 0) return null
  return askSubscription(transaction, keeper.controller.id, { ...given, email, channel })
}
