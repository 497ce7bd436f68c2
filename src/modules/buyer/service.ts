import { createHmac } from "node:crypto"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaService,
} from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { networkOf } from "../../shared/network"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { offlineRegister } from "./company-register"
import type { CompanyRegister, RegisterAnswer } from "./company-register"
import type { Buyer } from "./domain/buyer"
import type { BuyerFields, BuyerProblem } from "./domain/buyer-fields"
import type { BuyerPlaceFields } from "./domain/parse-buyer"
import BuyerModel from "./models/buyer"
import BuyerCredit from "./models/buyer-credit"
import BuyerFinding from "./models/buyer-finding"
import BuyerPlace from "./models/buyer-place"
import { parseBuyerOptions } from "./options"
import type { BuyerSettings } from "./options"
import { ownerColumn, readBuyer, toBuyer } from "./read-buyer"
import type { BuyerOwner, BuyerRow } from "./read-buyer"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** A saved EAN place of an account. */
export type BuyerPlaceRow = {
  id: string
  ean: string
  company_name: string
  accounting_reference: string | null
}

/** A rule an order breaks; `field` is `buyer` when the order has none at all. */
export type BuyerFindingRow = {
  id: string
  order_id: string
  field: string
  code: string
  created_at: Date
}

const LOOKUPS_A_MINUTE = 30

class BuyerModuleService extends MedusaService({
  DkBuyer: BuyerModel,
  DkBuyerCredit: BuyerCredit,
  DkBuyerPlace: BuyerPlace,
  DkBuyerFinding: BuyerFinding,
}) {
  readonly settings: BuyerSettings

  private readonly connection: Knex
  private readonly register: CompanyRegister = offlineRegister

  constructor(container: Dependencies, options?: Record<string, unknown>) {
    super(container, options)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.settings = parseBuyerOptions(options)
  }

  /** The buyer of one owner, or null. */
  async findBuyer(
    owner: BuyerOwner,
    connection: Knex | Knex.Transaction = this.connection
  ): Promise<Buyer | null> {
    return readBuyer(connection, owner)
  }

  /**
   * Stores the buyer of one owner in place of the one before; its numbers are unverified again.
   * A caller that holds a lock passes its transaction.
   */
  async replaceBuyer(
    owner: BuyerOwner,
    fields: BuyerFields,
    connection: Knex | Knex.Transaction = this.connection
  ): Promise<Buyer> {
    const [column] = ownerColumn(owner)
    const values = {
      ...fields,
      register_status: "unverified",
      register_checked_at: null,
      advertising_protected: null,
      updated_at: this.connection.fn.now(),
    }
    const rows: BuyerRow[] = await connection("dk_buyer")
      .insert({ id: generateEntityId(undefined, "dkbuy"), ...owner, ...values })
      .onConflict(
        this.connection.raw(`(${column}) WHERE ${column} IS NOT NULL AND deleted_at IS NULL`)
      )
      .merge(values)
      .returning<BuyerRow[]>("*")
    const [row] = rows
    if (!row) throw unexpected("The buyer was not stored.")
    return toBuyer(row)
  }

  /** Removes the buyer of one owner for good; nothing happens when there is none. */
  async removeBuyer(
    owner: BuyerOwner,
    connection: Knex | Knex.Transaction = this.connection
  ): Promise<void> {
    await connection("dk_buyer").where(owner).delete()
  }

  /** The EAN places an account has saved, in the order of their names. */
  async listPlaces(customerId: string): Promise<BuyerPlaceRow[]> {
    return selectRows<BuyerPlaceRow>(
      this.connection,
      `SELECT id, ean, company_name, accounting_reference FROM dk_buyer_place
        WHERE customer_id = ? AND deleted_at IS NULL ORDER BY company_name, ean`,
      [customerId]
    )
  }

  /** Saves an EAN place of an account; the same number again takes the new name. */
  async savePlace(customerId: string, place: BuyerPlaceFields): Promise<BuyerPlaceRow> {
    const [row] = await selectRows<BuyerPlaceRow>(
      this.connection,
      `INSERT INTO dk_buyer_place (id, customer_id, ean, company_name, accounting_reference) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (customer_id, ean) WHERE deleted_at IS NULL
       DO UPDATE SET company_name = excluded.company_name, accounting_reference = excluded.accounting_reference, updated_at = now()
       RETURNING id, ean, company_name, accounting_reference`,
      [
        generateEntityId(undefined, "dkplc"),
        customerId,
        place.ean,
        place.company_name,
        place.accounting_reference,
      ]
    )
    if (!row) throw unexpected("The place was not stored.")
    return row
  }

  /** Removes a saved place of an account. Returns false when it has none with this id. */
  async removePlace(customerId: string, id: string): Promise<boolean> {
    const removed = await this.connection("dk_buyer_place")
      .where({ id, customer_id: customerId })
      .delete()
    return removed > 0
  }

  /** What an order breaks now, by its latest check. */
  async listFindings(orderId: string): Promise<BuyerFindingRow[]> {
    return selectRows<BuyerFindingRow>(
      this.connection,
      `SELECT id, order_id, field, code, created_at FROM dk_buyer_finding
        WHERE order_id = ? AND resolved_at IS NULL ORDER BY created_at, field`,
      [orderId]
    )
  }

  /** Open findings of all orders, newest first. */
  async listAndCountFindings(page: {
    limit: number
    offset: number
  }): Promise<[BuyerFindingRow[], number]> {
    const rows = await selectRows<BuyerFindingRow>(
      this.connection,
      `SELECT id, order_id, field, code, created_at FROM dk_buyer_finding
        WHERE resolved_at IS NULL ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
      [page.limit, page.offset]
    )
    const [total] = await selectRows<{ count: number }>(
      this.connection,
      "SELECT count(*)::int AS count FROM dk_buyer_finding WHERE resolved_at IS NULL"
    )
    return [rows, total?.count ?? 0]
  }

  /** Makes the findings of an order those given: new ones are added once, others resolved. */
  async recordFindings(orderId: string, problems: readonly BuyerProblem[]): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      const keys = problems.map(({ field, code }) => `${field} ${code}`)
      await transaction.raw(
        `UPDATE dk_buyer_finding SET resolved_at = now(), updated_at = now()
          WHERE order_id = ? AND resolved_at IS NULL AND NOT (field || ' ' || code = ANY(?))`,
        [orderId, keys]
      )
      for (const { field, code } of problems) {
        await transaction.raw(
          `INSERT INTO dk_buyer_finding (id, order_id, field, code) VALUES (?, ?, ?, ?)
           ON CONFLICT (order_id, field, code) DO UPDATE SET resolved_at = NULL`,
          [generateEntityId(undefined, "dkfnd"), orderId, field, code]
        )
      }
    })
  }

  /** What the register says of a company; `unverified` when it was not asked. */
  async lookUpCompany(cvr: string): Promise<RegisterAnswer> {
    return this.register.findCompany(cvr)
  }

  /**
   * Counts a look-up of one client (an address, of IPv6 one network, stored only as a keyed digest for a few minutes).
   *
   * @returns false when the client has asked too often this minute
   */
  async allowLookUp(client: string): Promise<boolean> {
    const digest = createHmac("sha256", this.settings.secrets.current.key)
      .update(networkOf(client))
      .digest("hex")
    await this.connection.raw(
      "DELETE FROM dk_buyer_lookup_limit WHERE minute < now() - interval '5 minutes'"
    )
    const [row] = await selectRows<{ calls: number }>(
      this.connection,
      `INSERT INTO dk_buyer_lookup_limit (client, minute) VALUES (?, date_trunc('minute', now()))
       ON CONFLICT (client, minute) DO UPDATE SET calls = dk_buyer_lookup_limit.calls + 1 RETURNING calls`,
      [digest]
    )
    return (row?.calls ?? 0) <= LOOKUPS_A_MINUTE
  }
}

export default BuyerModuleService
