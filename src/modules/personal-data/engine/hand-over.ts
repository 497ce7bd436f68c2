import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import type { SubjectKeys } from "../domain/statements"
import { assess, countKept, countPending } from "./assess"
import type { Assessment, CategoryCount } from "./assess"
import { notCovered } from "./certificate"
import { findCompanies } from "./company-keys"
import { ERASURE_LOCK, findErasureOf } from "./erasure-row"
import { setContact } from "./new-contact"
import type { Contact } from "./new-contact"
import { eraseRows } from "./erase-subjects"
import { storeRestrictions } from "./run-erasure"
import type { RunOptions } from "./run-erasure"

export type HandOverInput = Contact &
  RunOptions & {
    customerId: string
    requestedBy: string
    /** Deletes files that name the old contact, and gives how many could not be deleted. */
    forgetFiles: () => Promise<number>
  }

/** The stored proof: counts only. */
export type HandOverRow = {
  id: string
  customer_id: string
  requested_by: string
  complete: boolean
  body: {
    erased: CategoryCount[]
    evidence: CategoryCount[]
    left: CategoryCount[]
    kept_documents: { number: string; keep_through: string | null; law: string }[]
    company_orders: number
    uncertain_orders: number
    not_covered: { table: string; column: string }[]
  }
  created_at: Date
}

type HandOver = {
  handOver: HandOverRow
  /** Guest rows of the old contact that were erased with it; search and other copies are told. */
  erasedCustomers: string[]
}

type Account = {
  email: string | null
  first_name: string | null
  last_name: string | null
}

const findAccount = async (transaction: Knex.Transaction, id: string): Promise<Account> => {
  const [account] = await selectRows<Account & { has_account: boolean }>(
    transaction,
    `SELECT email, first_name, last_name, has_account FROM customer WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  if (!account) throw notFound("customer_id: no customer has this id.")
  if (!account.has_account) {
    throw invalidField("customer_id", "no_account", "a guest has no account to hand over.")
  }
  return account
}

const findLast = async (
  transaction: Knex.Transaction,
  customerId: string
): Promise<HandOverRow | undefined> => {
  const [row] = await selectRows<HandOverRow>(
    transaction,
    `SELECT * FROM dk_personal_data_hand_over WHERE customer_id = ? ORDER BY created_at DESC, id DESC LIMIT 1`,
    [customerId]
  )
  return row
}

/** The account has this contact already: asked again, nothing is done. */
const isSameContact = (account: Account, { email, firstName, lastName }: Contact): boolean =>
  account.email?.toLowerCase() === email.toLowerCase() &&
  account.first_name === firstName &&
  account.last_name === lastName

const refuseUsedEmail = async (
  transaction: Knex.Transaction,
  { customerId, email }: HandOverInput,
  keys: SubjectKeys
): Promise<void> => {
  const used = await selectRows(
    transaction,
    `SELECT 1 FROM customer WHERE lower(email) = lower(?) AND has_account AND id <> ? AND deleted_at IS NULL
     UNION ALL SELECT 1 FROM provider_identity WHERE lower(entity_id) = lower(?) AND provider = 'emailpass' AND NOT auth_identity_id = ANY(?) LIMIT 1`,
    [email, customerId, email, [...keys.auth_identity]]
  )
  if (used.length > 0) {
    throw invalidField("email", "email_in_use", "another login or account has this e-mail.")
  }
}

/** Tokens name the account, which lives on, and the login they were issued to, which does not. */
const refuseOldTokens = async (
  transaction: Knex.Transaction,
  customerId: string,
  handOverId: string
): Promise<void> => {
  await transaction.raw(
    `INSERT INTO dk_personal_data_erased_actor (id, erasure_id)
     SELECT ?::text || ':' || id, ? FROM auth_identity WHERE app_metadata->>'customer_id' = ? ON CONFLICT (id) DO NOTHING`,
    [customerId, handOverId, customerId]
  )
}

const bodyOf = async (
  transaction: Knex.Transaction,
  facts: Assessment,
  { erased, filesLeft }: { erased: CategoryCount[]; filesLeft: number }
): Promise<HandOverRow["body"]> => ({
  erased,
  evidence: await countKept(transaction, facts),
  left: await countPending(transaction, facts),
  kept_documents: facts.keptDocuments.map(({ number, keep_through, law }) => ({
    number,
    keep_through,
    law,
  })),
  company_orders: facts.keys.company_order.length,
  uncertain_orders: facts.uncertain.length,
  not_covered: await notCovered(transaction, filesLeft),
})

/** What belongs to the old contact: the account itself, its places, store credit and gift cards are the company's. */
const contactFacts = (facts: Assessment, customerId: string): Assessment => ({
  ...facts,
  keys: {
    ...facts.keys,
    kept_customer: [customerId],
    store_credit_account: [],
    gift_card: [],
  },
})

const run = async (
  transaction: Knex.Transaction,
  input: HandOverInput,
  facts: Assessment
): Promise<HandOver> => {
  const { customerId } = input
  const id = generateEntityId(undefined, "dkhand")
  const filesLeft = await input.forgetFiles()
  const erased = await countPending(transaction, facts)
  await refuseOldTokens(transaction, customerId, id)
  await eraseRows(transaction, facts)
  // An order of a company is not closed to it: its new contact may see it.
  const companies = new Set(facts.keys.company_order)
  const keptOrders = facts.keptOrders.filter(({ order_id }) => !companies.has(order_id))
  await storeRestrictions(transaction, { id }, { keptOrders })
  const body = await bodyOf(transaction, facts, { erased, filesLeft })
  await setContact(transaction, input, {
    customerId,
    openIds: facts.overridden.map((row) => row.id),
  })
  await transaction("dk_personal_data_hand_over").insert({
    id,
    customer_id: customerId,
    requested_by: input.requestedBy,
    complete: body.left.length === 0,
    body: JSON.stringify(body),
  })
  const handOver = await findLast(transaction, customerId)
  if (!handOver) throw notFound("The hand-over was not stored.")
  return {
    handOver,
    erasedCustomers: facts.keys.customer.filter((customer) => customer !== customerId),
  }
}

/**
 * Gives a company's account to a new contact in one transaction: the old one is erased like the contact of a
 * company, the account keeps its id, orders and places, and the new one sets a password by "forgot password". Orders
 * that are still under way get the new contact. Asked again with the same contact it changes nothing.
 *
 * @throws not_found, invalid_data `customer_id` or `email`, conflicts `account_held` and `erasure_open`
 */
export const handOver = (connection: Knex, input: HandOverInput): Promise<HandOver> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const { customerId } = input
    const account = await findAccount(transaction, customerId)
    const last = await findLast(transaction, customerId)
    if (last && isSameContact(account, input)) return { handOver: last, erasedCustomers: [] }
    const facts = await assess(
      transaction,
      { customer_id: customerId },
      { ...input, overrideBlocks: true }
    )
    // What waits would keep the old contact, and no later run takes it.
    if (facts.blocked.length > 0) {
      throw conflict(
        "account_held",
        "A hold, a veto or a running checkout keeps the account as it is. End it first."
      )
    }
    if (!(await findCompanies(transaction, facts.keys)).has(customerId)) {
      throw invalidField(
        "customer_id",
        "not_a_company",
        "only the account of a company, association or authority is handed over; its buyer must say so."
      )
    }
    if (await findErasureOf(transaction, facts, ["proposed", "planned", "running"])) {
      throw conflict(
        "erasure_open",
        "An erasure of the account is open. Cancel or finish it first."
      )
    }
    await refuseUsedEmail(transaction, input, facts.keys)
    return run(transaction, input, contactFacts(facts, customerId))
  })
