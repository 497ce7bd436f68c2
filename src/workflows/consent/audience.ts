import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { readPermitted } from "../../modules/consent/audience"
import type { Marketing, Permitted } from "../../modules/consent/audience"
import type { ConsentSettings } from "../../modules/consent/options"
import { supersede } from "../../modules/consent/facts"
import { requireReadable } from "../../modules/consent/suppressions"
import { recordUses } from "../../modules/consent/uses"
import { csvHead, csvLines } from "../../shared/csv"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { onlyFree } from "./gate"
import { unsubscribeLink } from "./unsubscribe"

const COLUMNS = [
  "address",
  "first_name",
  "language",
  "basis",
  "notice_version",
  "unsubscribe_url",
  "list_unsubscribe",
  "list_unsubscribe_post",
]

/** A spreadsheet would take it for a formula, and the sign that stops that would make it another address. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/

const isWritable = ({ address }: Permitted, { channel }: Marketing): boolean =>
  channel === "sms" || !LIKE_A_FORMULA.test(address)

/**
 * Reads who may be marketed to from one snapshot, some at a time.
 *
 * @param lookUp where objections and restrictions are looked up: what came after the snapshot is seen beside it only
 */
async function* readFree(
  settings: ConsentSettings,
  { transaction, lookUp }: { transaction: Knex.Transaction; lookUp: Knex },
  asked: Marketing
): AsyncGenerator<Permitted[]> {
  for await (const permitted of readPermitted(transaction, settings.controller.id, asked)) {
    const free = await onlyFree(lookUp, settings, asked, permitted)
    yield free.filter((one) => isWritable(one, asked))
  }
}

/** What is found stands still while it is read, and a reader that hangs does not keep the connection. */
const inSnapshot = async <Value>(
  container: MedusaContainer,
  work: (transaction: Knex.Transaction) => Promise<Value>
): Promise<Value> => {
  const connection = postgres(container)
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  await requireReadable(connection, settings)
  await supersede(connection, settings.controller.id, null)
  return connection.transaction(
    async (transaction) => {
      await transaction.raw("SET LOCAL idle_in_transaction_session_timeout = '60s'")
      // The cursor is read to its end.
      await transaction.raw("SET LOCAL cursor_tuple_fraction = 1")
      return work(transaction)
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
}

/** How many may be reached for a purpose on a channel now. Hands out nobody and uses no permission. */
export const countAudience = (container: MedusaContainer, asked: Marketing): Promise<number> =>
  inSnapshot(container, async (transaction) => {
    const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
    let count = 0
    // On one connection: many may count at once.
    const read = readFree(settings, { transaction, lookUp: transaction }, asked)
    for await (const free of read) count += free.length
    return count
  })

type HandOut = {
  /** Told of the customers in a piece before it leaves; when it fails, the piece does not. */
  before: (customerIds: readonly string[]) => Promise<void>
  /** Sends the pieces of the file; it is over when the promise is. */
  send: (pieces: AsyncIterable<string>) => Promise<void>
}

async function* csvOf(
  container: MedusaContainer,
  transaction: Knex.Transaction,
  asked: Marketing,
  before: HandOut["before"]
): AsyncGenerator<string> {
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  yield csvHead(COLUMNS)
  const lookUp = postgres(container)
  for await (const free of readFree(settings, { transaction, lookUp }, asked)) {
    if (free.length === 0) continue
    const keys = free.map((one) => one.subject_key)
    await before(free.flatMap(({ behind }) => behind.customerIds))
    await recordUses(lookUp, settings.controller.id, { keys, ...asked })
    yield csvLines(
      free.map((one) => {
        const { url, headers } = unsubscribeLink(settings, { ...one, ...asked })
        return [
          // A spreadsheet and most senders of texts want country code and number alone.
          one.address.replace(/^\+/, ""),
          one.first_name ?? "",
          one.locale ?? "",
          one.basis,
          one.version ?? "",
          url,
          headers["List-Unsubscribe"],
          headers["List-Unsubscribe-Post"],
        ]
      })
    )
  }
}

/**
 * Everybody who may be marketed to for a purpose on a channel now, as CSV: address (a phone as country code and number without
 * `+`), first name, language and version of the text the permission rests on, the basis (`consent` or `soft_opt_in`), and the
 * link and header values to stop. Every permission that leaves is written down as used before it does. An e-mail that a
 * spreadsheet would take for a formula is left out.
 */
export const handOutAudience = (
  container: MedusaContainer,
  asked: Marketing,
  { before, send }: HandOut
): Promise<void> =>
  inSnapshot(container, (transaction) => send(csvOf(container, transaction, asked, before)))
