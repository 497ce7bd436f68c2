import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { plainPhone } from "./domain/plain-phone"

/**
 * The phone of a customer, or the one that the latest order was made with: the buyer's, or the receiver's where that is the
 * same person by last name. A gift's receiver is somebody else.
 */
const PHONE = `coalesce(nullif(c.phone, ''), (
  SELECT coalesce(nullif(b.phone, ''), CASE
      WHEN coalesce(b.last_name, '') = '' OR lower(b.last_name) = lower(a.last_name) THEN nullif(a.phone, '') END) FROM "order" o
  LEFT JOIN order_address b ON b.id = o.billing_address_id
  LEFT JOIN order_address a ON a.id = o.shipping_address_id
  WHERE o.customer_id = c.id AND o.deleted_at IS NULL AND NOT o.is_draft_order
  ORDER BY o.created_at DESC LIMIT 1))`

const peopleWith = (phone: string): string => `
  SELECT s.id AS subject_key, s.customer_id, lower(c.email) AS email, ${phone} AS phone, c.first_name
  FROM dk_consent_subject s JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL
  WHERE s.controller_id = :controller
  UNION ALL
  SELECT s.id, NULL, lower(s.email), NULL, NULL FROM dk_consent_subject s
  WHERE s.controller_id = :controller AND s.email IS NOT NULL`

/** Who stands behind the keys: the e-mail in lower case, and the phone as it was typed. */
export const PEOPLE = peopleWith(PHONE)

/** The same without phones, which cost a look at each customer's orders. */
export const PEOPLE_BY_EMAIL = peopleWith("NULL::text")

/** Numbers that end alike come together, however they were typed; which number it is `plainPhone` says. */
export const LAST_DIGITS = `right(regexp_replace(p.phone, '\\D', '', 'g'), 8)`

/** What `LAST_DIGITS` gives for a number. */
export const lastDigits = (phone: string): string => phone.replace(/\D/g, "").slice(-8)

/** A key and where its person is reached. */
export type Reached = { subject_key: string; email: string | null; phone: string | null }

const reach = async (
  connection: Knex,
  controllerId: string,
  where: string,
  value: string | string[]
): Promise<Reached[]> => {
  const rows = await selectRows<Reached>(
    connection,
    `SELECT p.subject_key, p.email, p.phone FROM (${PEOPLE}) AS p WHERE ${where} ORDER BY p.subject_key`,
    { controller: controllerId, value }
  )
  return rows.map((row) => ({ ...row, phone: plainPhone(row.phone) }))
}

/** Everybody known by an e-mail: guest rows, accounts, a mailbox. */
export const reachedByEmail = (
  connection: Knex,
  controllerId: string,
  email: string
): Promise<Reached[]> => reach(connection, controllerId, "p.email = :value", email.toLowerCase())

/** Everybody known by a phone in international form. */
export const reachedByPhone = async (
  connection: Knex,
  controllerId: string,
  phone: string
): Promise<Reached[]> => {
  const alike = await reach(connection, controllerId, `${LAST_DIGITS} = :value`, lastDigits(phone))
  return alike.filter((person) => person.phone === phone)
}

/** Where the people of some keys are reached; nothing for those whose key says nothing any more. */
export const reachedByKeys = (
  connection: Knex,
  controllerId: string,
  keys: readonly string[]
): Promise<Reached[]> => reach(connection, controllerId, "p.subject_key = ANY(:value)", [...keys])

/** Where a customer is reached. */
export const reachedByCustomer = (
  connection: Knex,
  controllerId: string,
  customerId: string
): Promise<Reached[]> => reach(connection, controllerId, "p.customer_id = :value", customerId)

/** An e-mail, or a phone in international form. */
export type Address = { email: string } | { phone: string }

/**
 * Somebody with these addresses, under each of their keys. Everybody behind their e-mails is them; of those behind a phone, only
 * who has no e-mail: a family shares a phone, and nobody says no for the others.
 */
export const reachedAsOne = async (
  connection: Knex,
  controllerId: string,
  addresses: readonly Address[]
): Promise<Reached[]> => {
  const own: Reached[] = []
  for (const address of addresses) {
    if ("email" in address) {
      own.push(...(await reachedByEmail(connection, controllerId, address.email)))
    } else {
      const people = await reachedByPhone(connection, controllerId, address.phone)
      own.push(...people.filter(({ email }) => email === null))
    }
  }
  return own
}

/** All addresses of some people. */
export const addressesOf = (people: readonly Reached[]): string[] => [
  ...new Set(people.flatMap(({ email, phone }) => [email, phone]).filter((one) => one !== null)),
]
