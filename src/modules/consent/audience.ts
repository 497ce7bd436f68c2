import { readCursor } from "../../shared/read-cursor"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { ConsentFact, MarketingBasis } from "./domain/consent-state"
import type { Channel } from "./domain/notice-data"
import { permissionOf } from "./domain/permission"
import { plainPhone } from "./domain/plain-phone"
import { LAST_DIGITS, lastDigits, PEOPLE, PEOPLE_BY_EMAIL } from "./people"

/** What marketing is about. */
export type Marketing = { purpose: string; channel: Channel }

/** One thing said or shown, with whom it is about. */
type Row = ConsentFact & {
  together: string
  email: string
  phone: string | null
  subject_key: string
  customer_id: string | null
  first_name: string | null
  order_id: string | null
  locale: string | null
  version: number | null
}

/** An address that may be marketed to, as far as what was said decides. */
export type Permitted = {
  /** E-mail in lower case, or phone in international form. */
  address: string
  /** The key the permission stands under: it is used there, and a link to stop names it. */
  subject_key: string
  first_name: string | null
  basis: MarketingBasis
  /** When what it rests on happened. */
  since: Date
  /** Of the text that was agreed to, or that offered the refusal. */
  locale: string | null
  version: number | null
  /** Whose rows are behind the address, to look for what else may stand in the way. */
  behind: { keys: string[]; emails: string[]; customerIds: string[]; orderIds: string[] }
}

const PAGE = 2_000

/** Everything said of a purpose and channel, and every objection, address by address. */
const rowsSql = (channel: Channel, isOne: boolean): string => {
  const together = channel === "email" ? "p.email" : LAST_DIGITS
  return `
    SELECT ${together} AS together, p.email, p.phone, p.subject_key, p.customer_id, p.first_name, e.state, e.source,
      e.purpose, e.channel, e.occurred_at, e.order_id, e.notice_sha256,
      coalesce(n.data ->> 'basis' = 'soft_opt_in' AND e.order_id IS NOT NULL, false) AS soft_opt_in, n.locale, n.version
    FROM (${channel === "email" ? PEOPLE_BY_EMAIL : PEOPLE}) AS p
    JOIN dk_consent_event e ON e.controller_id = :controller AND e.subject_key = p.subject_key
      AND ((e.purpose = :purpose AND e.channel = :channel) OR e.state = 'objected')
    LEFT JOIN dk_consent_notice n ON n.id = e.notice_id
    WHERE ${together} <> ''${isOne ? ` AND ${together} = :one` : ""}
    ORDER BY together, e.occurred_at, e.id`
}

const addressOf = ({ email, phone }: Row, channel: Channel): string | null =>
  channel === "email" ? email : plainPhone(phone)

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
]

const permittedAt = (
  address: string,
  facts: readonly Row[],
  { purpose, channel }: Marketing
): Permitted | null => {
  const permission = permissionOf(facts, purpose, channel)
  if (permission === null) return null
  const { basis, rests_on: fact } = permission
  return {
    address,
    subject_key: fact.subject_key,
    // Another row of the address may be somebody else's who typed it.
    first_name: fact.first_name === "" ? null : fact.first_name,
    basis,
    since: new Date(fact.occurred_at),
    locale: fact.locale,
    version: fact.version,
    behind: {
      emails: distinct(facts.map(({ email }) => email)),
      keys: distinct(facts.map(({ subject_key: key }) => key)),
      customerIds: distinct(facts.map(({ customer_id: id }) => id)),
      orderIds: distinct(facts.map(({ order_id: id }) => id)),
    },
  }
}

/** Rows that come together are of one e-mail, or of phones that end alike; each number is judged by itself. */
const judge = (rows: readonly Row[], asked: Marketing): Permitted[] => {
  const byAddress = new Map<string, Row[]>()
  for (const row of rows) {
    const address = addressOf(row, asked.channel)
    if (address !== null) byAddress.set(address, [...(byAddress.get(address) ?? []), row])
  }
  return [...byAddress].flatMap(([address, facts]) => permittedAt(address, facts, asked) ?? [])
}

/**
 * Everybody that may be marketed to by what they said, in order of their addresses, some at a time; from the transaction's
 * snapshot. What else may stand in the way is for the caller to look up.
 */
export async function* readPermitted(
  transaction: Knex.Transaction,
  controllerId: string,
  asked: Marketing
): AsyncGenerator<Permitted[]> {
  const bindings = { controller: controllerId, ...asked }
  let open: Row[] = []
  for await (const page of readCursor<Row>(
    transaction,
    rowsSql(asked.channel, false),
    bindings,
    PAGE
  )) {
    const found: Permitted[] = []
    for (const row of page) {
      if (open[0] && open[0].together !== row.together) {
        found.push(...judge(open, asked))
        open = []
      }
      open.push(row)
    }
    if (found.length > 0) yield found
  }
  const last = judge(open, asked)
  if (last.length > 0) yield last
}

/** The same for one address: an e-mail in lower case, or a phone in international form. */
export const findPermitted = async (
  connection: Knex,
  controllerId: string,
  asked: Marketing,
  address: string
): Promise<Permitted | null> => {
  const one = asked.channel === "email" ? address : lastDigits(address)
  const rows = await selectRows<Row>(connection, rowsSql(asked.channel, true), {
    controller: controllerId,
    ...asked,
    one,
  })
  return judge(rows, asked).find((permitted) => permitted.address === address) ?? null
}
