import type { Knex } from "../../shared/postgres"
import { ALL_MARKETING } from "./domain/all-marketing"
import { ALL_TEXTS } from "./domain/stops"
import { say } from "./say"
import { suppress } from "./suppressions"
import type { Keeper, Refusal } from "./suppressions"

/** Whose objection it is: every key and every address known of the person. */
export type Objection = { keys: readonly string[]; addresses: readonly string[]; place: string }

/** An e-mail is its person's; a phone may be others' too, whose e-mails it says nothing of. */
const refusalOf = (address: string): Refusal => ({
  about: address.includes("@") ? null : ALL_TEXTS,
})

/**
 * Writes that a person objects to all direct marketing (GDPR Art. 21(2)-(3)), and keeps marketing from their addresses
 * also when nobody knows any more whose they are. The same again changes nothing. Runs in the caller's transaction.
 */
export const objectToMarketing = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  { keys, addresses, place }: Objection
): Promise<void> => {
  for (const key of [...new Set(keys)].sort()) {
    await say(transaction, keeper.controller.id, {
      subject_key: key,
      purpose: ALL_MARKETING,
      channel: null,
      state: "objected",
      source: "asserted",
      place,
      notice: null,
    })
  }
  for (const address of addresses) {
    await suppress(transaction, keeper, address, refusalOf(address))
  }
}
