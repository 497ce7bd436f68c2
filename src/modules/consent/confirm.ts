import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { foldConsent } from "./domain/consent-state"
import { writeEvents } from "./events"
import type { NewEvent } from "./events"
import { factsOf } from "./facts"
import { IS_REPLACED } from "./notices"
import { addressesOf, reachedByEmail, reachedByKeys } from "./people"
import { lockSubject, subjectKey } from "./subjects"
import { forgetAddress, takeSubscription } from "./subscriptions"
import type { Subscription } from "./subscriptions"
import { findStops, liftSuppression } from "./suppressions"
import type { Keeper } from "./suppressions"

type Text = { id: string; sha256: string }

/** The text the person signed up beside, unless a materially different one has taken its place since. */
const TEXT = `SELECT n.id, n.sha256 FROM dk_consent_notice n WHERE n.id = ? AND NOT ${IS_REPLACED}`

const nameOf = (id: string): string => `subscription:${id}`

/** Whether a link that was used before still tells the truth: nothing was said since. */
const isStillGiven = async (
  transaction: Knex.Transaction,
  controllerId: string,
  id: string
): Promise<boolean> => {
  const [event] = await selectRows<{ subject_key: string; purpose: string; channel: string }>(
    transaction,
    `SELECT subject_key, purpose, channel FROM dk_consent_event WHERE controller_id = ? AND natural_key = ?`,
    [controllerId, nameOf(id)]
  )
  const [own] = await reachedByKeys(transaction, controllerId, event ? [event.subject_key] : [])
  if (!event || own?.email === undefined || own.email === null) return false
  const known = await reachedByEmail(transaction, controllerId, own.email)
  const keys = known.map((person) => person.subject_key)
  const facts = await factsOf(transaction, controllerId, keys)
  return foldConsent(facts, event.purpose, event.channel).state === "given"
}

/** Whether the address has said no after it was asked. */
const isRefusedSince = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  { email, purpose, channel, created_at: askedAt }: Subscription & { email: string }
): Promise<boolean> => {
  const stops = (await findStops(transaction, keeper, [email])).get(email) ?? []
  return stops.some(
    ({ about, stopped_at: at }) =>
      at > askedAt && (about === null || (about.purpose === purpose && about.channel === channel))
  )
}

const writeConsent = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  { id, email, ...asked }: Subscription & { email: string },
  text: Text
): Promise<void> => {
  const { id: controllerId } = keeper.controller
  const own = await subjectKey(transaction, controllerId, { customer_id: null, email })
  const known = await reachedByEmail(transaction, controllerId, email)
  const keys = [...new Set([own, ...known.map((person) => person.subject_key)])].sort()
  for (const key of keys) await lockSubject(transaction, key)
  const [clock] = await selectRows<{ now: Date }>(transaction, "SELECT clock_timestamp() AS now")
  const now = clock?.now ?? new Date()
  const addresses = [...new Set([email, ...addressesOf(known)])]
  await liftSuppression(transaction, keeper, addresses, asked)
  const { subject_key: asker } = asked
  const isKnown = asker !== null && asker !== own && keys.includes(asker)
  const consent = (key: string, name: string): NewEvent => ({
    subject_key: key,
    purpose: asked.purpose,
    channel: asked.channel,
    state: "given",
    source: "asserted",
    place: "subscription",
    notice: text,
    natural_key: name,
    occurred_at: now.toISOString(),
  })
  await writeEvents(transaction, controllerId, [
    consent(own, nameOf(id)),
    ...(isKnown ? [consent(asker, `${nameOf(id)}:asked`)] : []),
  ])
}

/**
 * The owner of the mailbox confirms a sign-up: a consent under the key of the mailbox (and of the account or order that
 * asked, as long as it is reached there), and the end of an earlier objection for this purpose and channel. Twice is once;
 * after a withdrawal an old link gives nothing back.
 *
 * @returns false when the link says nothing any more
 */
export const confirmSubscription = (
  connection: Knex,
  keeper: Keeper,
  id: string
): Promise<boolean> =>
  connection.transaction(async (transaction) => {
    const { id: controllerId } = keeper.controller
    const row = await takeSubscription(transaction, controllerId, id)
    if (row === null || row.email === null) return isStillGiven(transaction, controllerId, id)
    if (row.expires_at < new Date()) return false
    if (await isRefusedSince(transaction, keeper, { ...row, email: row.email })) return false
    const [text] = await selectRows<Text>(transaction, TEXT, [row.notice_id])
    if (!text) return false
    await writeConsent(transaction, keeper, { ...row, email: row.email }, text)
    await forgetAddress(transaction, id)
    return true
  })
