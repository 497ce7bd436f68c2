import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../rules"
import type { Outbox } from "../../shared/outbox"
import { hidingValues, selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { IdentityProof, RequestChannel, RequestKind } from "./domain/kinds"
import { whyNot } from "./domain/machine"
import { issueFollowToken } from "./links"
import { actOnRequest, createRequest, readRequest } from "./requests"
import type { KnownRequest, RequestInput } from "./requests"

/** What guests asked, whose mail waits. */
export const INTAKES: Outbox = { table: "dk_subject_request_intake", group: "id" }

/** What a guest asked. Its id becomes that of the request. */
export type Intake = {
  id: string
  kind: RequestKind
  /** Lower case. */
  email: string
  message: string | null
  locale: string
  received_on: string
  expires_at: Date
}

export type NewIntake = Pick<Intake, "kind" | "email" | "message" | "locale"> & {
  controller_id: string
  linkHours: number
  now: Date
}

/** Writes down what a guest asks until it is confirmed; the day counts from now. @returns its id */
export const addIntake = async (
  connection: Knex,
  { linkHours, now, ...asked }: NewIntake
): Promise<string> => {
  const id = generateEntityId(undefined, "dkreq")
  await hidingValues(
    connection.raw(
      `INSERT INTO dk_subject_request_intake (id, controller_id, kind, email, message, locale, received_on, expires_at)
       VALUES (:id, :controller_id, :kind, :email, :message, :locale, :day, now() + make_interval(hours => :linkHours))`,
      { id, ...asked, linkHours, day: copenhagenDay(now) }
    )
  )
  return id
}

/** Whose request it is, for finding one that is open already. */
type Asker = { customerId: string } | { email: string }

/** What was entered by staff on a mail from the same mailbox is the same request. */
const SAME_MAILBOX: readonly RequestChannel[] = ["guest_link", "mail"]

/** With this much written on a request, what comes more is a request of its own: nothing is cut. */
const ROOM_FOR_WORDS = 15_000

/** What staff entered for an account from another mailbox is answered there, so it is another request. */
const OF_ACCOUNT = "customer_id = :who AND (channel = 'account' OR lower(email) = :email)"

/** An undecided request of the asker themselves: what is decided, or was asked on somebody's behalf, is another. */
const findOpen = async (
  transaction: Knex.Transaction,
  { controller_id: controller, kind, email }: RequestInput,
  asker: Asker
): Promise<string | undefined> => {
  const isAccount = "customerId" in asker
  const [row] = await selectRows<{ id: string }>(
    transaction,
    `SELECT id FROM dk_subject_request
      WHERE controller_id = :controller AND kind = :kind AND deleted_at IS NULL
        AND state IN ('received', 'identity_check', 'in_progress')
        AND representative_name IS NULL AND coalesce(length(message), 0) < :room
        AND ${isAccount ? OF_ACCOUNT : "lower(email) = :email AND channel = ANY(:channels)"}
      ORDER BY received_on, id LIMIT 1`,
    {
      ...{ controller, kind, room: ROOM_FOR_WORDS },
      email: email?.toLowerCase() ?? "",
      ...(isAccount ? { who: asker.customerId } : { channels: [...SAME_MAILBOX] }),
    }
  )
  return row?.id
}

/** Adds what a person writes the second time, and says so on the timeline. */
const addWords = async (
  transaction: Knex.Transaction,
  { row }: KnownRequest,
  { message, now }: Pick<RequestInput, "message" | "now">
): Promise<KnownRequest> => {
  if (message !== null && !row.message?.includes(message)) {
    const more =
      row.message === null ? message : `${row.message}\n\n${copenhagenDay(now)}: ${message}`
    await hidingValues(
      transaction("dk_subject_request").where({ id: row.id }).update({ message: more })
    )
    const event = { type: "asked_again" } as const
    return actOnRequest(transaction, row.id, { event, actor: "person", now })
  }
  return readRequest(transaction, row.id)
}

/**
 * Begins a request of a person who has shown who they are. One of the same kind that waits for an answer is theirs already:
 * it goes on, with what they write this time and the proof.
 */
const beginOnce = async (
  transaction: Knex.Transaction,
  input: RequestInput,
  { asker, proof }: { asker: Asker; proof: IdentityProof }
): Promise<KnownRequest> => {
  const { kind, controller_id: controller, now } = input
  const who = "customerId" in asker ? asker.customerId : asker.email
  const key = `dk_subject_request:${controller}:${kind}:${who}`
  await transaction.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [key])
  const open = await findOpen(transaction, input, asker)
  const known = open
    ? await addWords(transaction, await readRequest(transaction, open), input)
    : await createRequest(transaction, input)
  // Staff that doubts who asks takes neither the mailbox nor the login for an answer: either may be in other hands.
  if (known.row.state !== "received" || whyNot(known.folded, "identity_confirmed") !== null)
    return known
  return actOnRequest(transaction, known.row.id, {
    ...{ event: { type: "identity_confirmed", proof }, actor: "person", now },
  })
}

/** The request of somebody who is signed in: begun at once, or the one of the kind that is open. */
export const beginForAccount = (
  connection: Knex,
  input: RequestInput & { customer_id: string }
): Promise<KnownRequest> =>
  connection.transaction((transaction) =>
    beginOnce(transaction, input, { asker: { customerId: input.customer_id }, proof: "login" })
  )

/**
 * What a guest asked becomes a request, with the day they asked: once, for whoever comes first.
 *
 * @returns the request and the token to follow it with; null when nothing waits under the id
 */
export const confirmIntake = (
  connection: Knex,
  { controllerId, id, now }: { controllerId: string; id: string; now: Date }
): Promise<{ known: KnownRequest; token: string } | null> =>
  withLock(connection, `dk_subject_request_intake:${id}`, async (transaction) => {
    const [intake] = await selectRows<Intake>(
      transaction,
      `DELETE FROM dk_subject_request_intake WHERE id = ? AND controller_id = ? AND expires_at > now() RETURNING *`,
      [id, controllerId]
    )
    if (!intake) return null
    const { kind, email, message, locale, received_on } = intake
    const known = await beginOnce(
      transaction,
      {
        ...{ id, controller_id: controllerId, kind, channel: "guest_link" },
        ...{ locale, received_on, email, message, now },
        ...{ customer_id: null, name: null, created_by: null },
      },
      { asker: { email }, proof: "mailed_link" }
    )
    return { known, token: await issueFollowToken(transaction, known.row.id) }
  })

/** Removes what nobody confirmed in time. @returns the ids */
export const removeExpiredIntakes = async (transaction: Knex.Transaction): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    transaction,
    "DELETE FROM dk_subject_request_intake WHERE expires_at < now() RETURNING id"
  )
  return rows.map(({ id }) => id)
}
