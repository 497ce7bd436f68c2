import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService, Notice } from "../../modules/consent"
import { askWhoObjected } from "../../modules/consent/ask-again"
import { noticeOfChoice, noticesInForce, refuseSoftOptIn } from "../../modules/consent/carts"
import { foldConsent } from "../../modules/consent/domain/consent-state"
import type { ConsentFact } from "../../modules/consent/domain/consent-state"
import { noticeInForce } from "../../modules/consent/domain/choose-notice"
import { CHANNELS } from "../../modules/consent/domain/notice-data"
import { permittedBy } from "../../modules/consent/domain/permission"
import { plainPhone } from "../../modules/consent/domain/plain-phone"
import { factsOf } from "../../modules/consent/facts"
import type { EventFact } from "../../modules/consent/facts"
import { objectToMarketing } from "../../modules/consent/object"
import type { ConsentSettings } from "../../modules/consent/options"
import { addressesOf as addressesOfPeople, reachedByKeys } from "../../modules/consent/people"
import { say } from "../../modules/consent/say"
import { subjectKey } from "../../modules/consent/subjects"
import { findStops, suppress } from "../../modules/consent/suppressions"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type {
  ConsentEvent,
  StoreConsent,
  StoreCustomerConsents,
  StoreSetCustomerConsent,
} from "../../types/http"
import { versionsOf } from "./notice-versions"
import { mailSubscription } from "./subscribe"

const MOST_NOTICES = 1_000

type Contact = { id: string; email: string; phone: string | null }

const contactOf = async (connection: Knex, customerId: string): Promise<Contact> => {
  const [customer] = await selectRows<Contact>(
    connection,
    `SELECT id, lower(email) AS email, phone FROM customer WHERE id = ? AND deleted_at IS NULL`,
    [customerId]
  )
  if (!customer) throw notFound("The customer was not found.")
  return customer
}

const addressesOf = ({ email, phone }: Contact): string[] => {
  const plain = plainPhone(phone)
  return plain === null ? [email] : [email, plain]
}

/** An event as routes answer it. */
export const asEvent = ({ id, occurred_at: at, channel, ...event }: EventFact): ConsentEvent => ({
  id,
  purpose: event.purpose,
  channel,
  state: event.state,
  source: event.source,
  place: event.place,
  notice_id: event.notice_id,
  notice_sha256: event.notice_sha256,
  order_id: event.order_id,
  occurred_at: at.toISOString(),
})

type About = Pick<StoreConsent, "purpose" | "channel">

/** Every purpose and channel the shop has a text for, or the person has said something of. */
const subjectsOf = (notices: readonly Notice[], facts: readonly ConsentFact[]): About[] => {
  const known = [...notices, ...facts].flatMap(({ purpose, channel }) => {
    const named = CHANNELS.find((name) => name === channel)
    return purpose !== null && named !== undefined ? [{ purpose, channel: named }] : []
  })
  const byName = new Map(known.map((about) => [`${about.purpose}:${about.channel}`, about]))
  return [...byName.values()].sort((a, b) => a.purpose.localeCompare(b.purpose))
}

/** What an account holder has agreed to now, and everything that happened, latest first. Throws not_found. */
export const answerConsents = async (
  container: MedusaContainer,
  customerId: string
): Promise<StoreCustomerConsents> => {
  const connection = postgres(container)
  const service = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { controller, locales } = service.settings
  const contact = await contactOf(connection, customerId)
  const keys = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM dk_consent_subject WHERE controller_id = ? AND customer_id = ?`,
    [controller.id, customerId]
  )
  const facts = await factsOf(
    connection,
    controller.id,
    keys.map(({ id }) => id)
  )
  // Anybody can write any phone on an account: it tells nothing of who objected with it.
  const { email } = contact
  const stops = (await findStops(connection, service.settings, [email])).get(email) ?? []
  const { notices } = await service.findNotices({
    kind: "marketing",
    published: true,
    limit: MOST_NOTICES,
    offset: 0,
  })
  const at = new Date().toISOString()
  const consents = subjectsOf(notices, facts).map(({ purpose, channel }) => {
    const { state, since } = foldConsent(facts, purpose, channel)
    const texts = notices.filter((text) => text.purpose === purpose && text.channel === channel)
    const current = noticeInForce(versionsOf(texts), { locale: null, at }, locales)
    return {
      purpose,
      channel,
      state,
      permitted_by: permittedBy(facts, channel === "email" ? stops : [], { purpose, channel }),
      since: since === null ? null : new Date(since).toISOString(),
      notice: texts.find(({ id }) => id === current?.id) ?? null,
    }
  })
  return {
    consents,
    objected:
      stops.some(({ about }) => about === null) || facts.some(({ state }) => state === "objected"),
    events: facts.map(asEvent),
  }
}

type One = {
  consent: StoreSetCustomerConsent
  key: string
  contact: Contact
  text: Notice | null | undefined
}

/** When an address last said no to a purpose, under whichever key. */
const refusedAt = async (
  transaction: Knex.Transaction,
  settings: ConsentSettings,
  address: string | null,
  { purpose, channel }: About
): Promise<Date | undefined> => {
  if (address === null) return undefined
  const stops = (await findStops(transaction, settings, [address])).get(address) ?? []
  return stops.find(({ about }) => about?.purpose === purpose && about.channel === channel)
    ?.stopped_at
}

/** Writes one choice. @returns the sign-up that must be confirmed by mail before the choice counts */
const sayOne = async (
  transaction: Knex.Transaction,
  settings: ConsentSettings,
  { consent, key, contact, text = null }: One
): Promise<string | null> => {
  if (consent.state === "objected") {
    const people = await reachedByKeys(transaction, settings.controller.id, [key])
    const addresses = [...new Set([...addressesOf(contact), ...addressesOfPeople(people)])]
    await objectToMarketing(transaction, settings, { keys: [key], addresses, place: "account" })
    return null
  }
  const { purpose, channel, state } = consent
  const address = channel === "email" ? contact.email : plainPhone(contact.phone)
  const about = { purpose, channel }
  await say(transaction, settings.controller.id, {
    refused_at: await refusedAt(transaction, settings, address, about),
    subject_key: key,
    purpose,
    channel,
    state,
    source: "asserted",
    place: "account",
    notice: text,
  })
  if (state !== "given" && address !== null)
    await suppress(transaction, settings, address, { about })
  if (text === null) return null
  return askWhoObjected(transaction, settings, {
    email: contact.email,
    subject_key: key,
    purpose,
    channel,
    notice_id: text.id,
    locale: text.locale,
  })
}

/**
 * Writes what an account holder says. A consent for an address that objected counts once it is confirmed by mail. The same again changes nothing, and all of it is written or nothing.
 *
 * @throws MedusaError naming the choice whose text is unknown, not in force, or about something else
 */
export const sayConsents = async (
  container: MedusaContainer,
  customerId: string,
  consents: readonly StoreSetCustomerConsent[]
): Promise<void> => {
  const connection = postgres(container)
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const contact = await contactOf(connection, customerId)
  const texts: (Notice | null)[] = []
  for (const [index, consent] of consents.entries()) {
    if (consent.state !== "given") {
      texts.push(null)
      continue
    }
    const field = `consents.${index.toString()}.notice_id`
    const known = await noticesInForce(
      connection,
      settings.controller.id,
      [consent.notice_id],
      field
    )
    const text = noticeOfChoice(known, consent, field)
    refuseSoftOptIn(text, field)
    texts.push(text)
  }
  const waiting = await connection.transaction(async (transaction) => {
    const person = { customer_id: customerId, email: null }
    const key = await subjectKey(transaction, settings.controller.id, person)
    const said: (string | null)[] = []
    for (const [index, consent] of consents.entries()) {
      said.push(await sayOne(transaction, settings, { consent, key, contact, text: texts[index] }))
    }
    return said.filter((id) => id !== null)
  })
  for (const id of waiting) await mailSubscription(container, id)
}
