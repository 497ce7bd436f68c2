import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { Channel, ConsentModuleService } from "../../modules/consent"
import { findPermitted } from "../../modules/consent/audience"
import type { Marketing, Permitted } from "../../modules/consent/audience"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { isStopped } from "../../modules/consent/domain/stops"
import type { Stop } from "../../modules/consent/domain/stops"
import type { MarketingBasis } from "../../modules/consent/domain/consent-state"
import type { ConsentSettings } from "../../modules/consent/options"
import { supersede } from "../../modules/consent/facts"
import {
  addressesOf,
  reachedByCustomer,
  reachedByEmail,
  reachedByKeys,
  reachedByPhone,
} from "../../modules/consent/people"
import type { Reached } from "../../modules/consent/people"
import { findStops, requireReadable } from "../../modules/consent/suppressions"
import { recordUses } from "../../modules/consent/uses"
import { findRestricted } from "../../modules/personal-data"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Where else the people behind some addresses are reached: an objection there is theirs as well. */
const readOthers = async (
  connection: Knex,
  controllerId: string,
  permitted: readonly Permitted[]
): Promise<(one: Permitted) => string[]> => {
  const keys = permitted.flatMap(({ behind }) => behind.keys)
  const people = await reachedByKeys(connection, controllerId, keys)
  const byKey = new Map(people.map((person) => [person.subject_key, addressesOf([person])]))
  return ({ address, behind }) => [
    ...new Set([address, ...behind.keys.flatMap((key) => byKey.get(key) ?? [])]),
  ]
}

/** Whether a no stands in the way: of the address itself, or of another one of the same person. */
const isRefused = (
  stops: ReadonlyMap<string, readonly Stop[]>,
  addresses: readonly string[],
  permitted: Permitted,
  marketing: Marketing
): boolean =>
  addresses.some((address) => {
    const isOwn = address === permitted.address
    const known = (stops.get(address) ?? []).filter(({ about }) => isOwn || about === null)
    const needsProof = isOwn && marketing.channel === "email"
    return isStopped(known, { ...permitted, ...marketing, needsProof })
  })

/** Those of some that nothing else stands in the way of: no refusal of an address, no restriction (GDPR Art. 18). */
export const onlyFree = async (
  connection: Knex,
  settings: ConsentSettings,
  marketing: Marketing,
  permitted: readonly Permitted[]
): Promise<Permitted[]> => {
  if (permitted.length === 0) return []
  const everyAddress = await readOthers(connection, settings.controller.id, permitted)
  const stops = await findStops(connection, settings, permitted.flatMap(everyAddress))
  const behind = permitted.map((one) => one.behind)
  const restricted = await findRestricted(
    connection,
    {
      emails: behind.flatMap(({ emails }) => emails),
      customerIds: behind.flatMap(({ customerIds }) => customerIds),
      orderIds: behind.flatMap(({ orderIds }) => orderIds),
    },
    new Date()
  )
  const isRestricted = ({ emails, customerIds, orderIds }: Permitted["behind"]) =>
    [...emails, ...customerIds, ...orderIds].some((id) => restricted.has(id))
  return permitted.filter(
    (one) => !isRefused(stops, everyAddress(one), one, marketing) && !isRestricted(one.behind)
  )
}

/** Whom marketing would reach: one of the three. A phone counts as Danish without a country code. */
export type MarketingAddress =
  | { email: string; phone?: undefined; customer_id?: undefined }
  | { phone: string; email?: undefined; customer_id?: undefined }
  | { customer_id: string; email?: undefined; phone?: undefined }

export type MarketingQuestion = MarketingAddress & {
  purpose: string
  channel: Channel
  /** True: the message goes out now, which is written down as evidence before this answers. */
  use?: boolean
}

/** On what marketing rests and where it may go: an e-mail in lower case, or a phone in international form. */
export type MarketingPermission = { basis: MarketingBasis; address: string; subject_key: string }

const peopleOf = async (
  connection: Knex,
  controllerId: string,
  asked: MarketingAddress
): Promise<Reached[]> => {
  if (asked.email !== undefined) {
    return reachedByEmail(connection, controllerId, asked.email.trim().toLowerCase())
  }
  if (asked.phone === undefined) {
    return reachedByCustomer(connection, controllerId, asked.customer_id)
  }
  const phone = plainPhone(asked.phone)
  return phone === null ? [] : reachedByPhone(connection, controllerId, phone)
}

/** Keys of everybody at an address, whose word counts for it. */
const keysAt = async (
  connection: Knex,
  controllerId: string,
  channel: Channel,
  address: string
): Promise<string[]> => {
  const people =
    channel === "email"
      ? await reachedByEmail(connection, controllerId, address)
      : await reachedByPhone(connection, controllerId, address)
  return people.map((person) => person.subject_key)
}

/**
 * Whether direct marketing of a purpose may go to somebody on a channel now (markedsføringsloven § 10; GDPR Art. 21), judged by
 * everything known of the address: consents, refusals and withdrawals of every account, guest and mailbox of it, objections,
 * restrictions (Art. 18). Companies and public bodies are asked like everybody else.
 *
 * @returns on what it rests and where it may go, or null: it may not be sent
 * @throws MedusaError unexpected_state while objections cannot be read because an old secret is missing
 */
export const mayMarket = async (
  container: MedusaContainer,
  { purpose, channel, use, ...asked }: MarketingQuestion
): Promise<MarketingPermission | null> => {
  const connection = postgres(container)
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { id: controllerId } = settings.controller
  await requireReadable(connection, settings)
  const people = await peopleOf(connection, controllerId, asked)
  const addresses = people.map((person) => (channel === "email" ? person.email : person.phone))
  for (const address of new Set(addresses.filter((one) => one !== null))) {
    const keys = await keysAt(connection, controllerId, channel, address)
    await supersede(connection, controllerId, keys)
    const marketing: Marketing = { purpose, channel }
    const permitted = await findPermitted(connection, controllerId, marketing, address)
    const [free] = await onlyFree(connection, settings, marketing, permitted ? [permitted] : [])
    if (!free) continue
    const { basis, subject_key: key } = free
    if (use) await recordUses(connection, controllerId, { keys: [key], purpose, channel })
    return { basis, address, subject_key: key }
  }
  return null
}
