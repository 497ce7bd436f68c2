import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaService,
} from "@medusajs/framework/utils"
import { conflict, invalidField, notFound } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import type { ShownNotice } from "./domain/choose-notice"
import ConsentCartNotice from "./models/cart-notice"
import ConsentEvent from "./models/event"
import ConsentNotice from "./models/notice"
import ConsentSubject from "./models/subject"
import { findNotices } from "./notices"
import type { Notice, NoticeFilters } from "./notices"
import { parseConsentOptions } from "./options"
import type { ConsentSettings } from "./options"
import { recordShown } from "./record-shown"
import type { Purchase } from "./record-shown"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** Keeps the notices and the evidence of what was shown. */
class ConsentModuleService extends MedusaService({
  DkConsentNotice: ConsentNotice,
  DkConsentEvent: ConsentEvent,
  DkConsentSubject: ConsentSubject,
  DkConsentCartNotice: ConsentCartNotice,
}) {
  readonly settings: ConsentSettings

  private readonly connection: Knex

  constructor(container: Dependencies, options?: Record<string, unknown>) {
    super(container, options)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.settings = parseConsentOptions(options)
  }

  private get controllerId(): string {
    return this.settings.controller.id
  }

  /** Notices of this shop, newest version first, with their number in all. */
  async findNotices(filters: NoticeFilters): Promise<{ notices: Notice[]; count: number }> {
    return findNotices(this.connection, this.controllerId, filters)
  }

  /** One notice. Throws not_found; for shoppers also for a draft and for what only staff is told. */
  async findNotice(id: string, forShoppers: boolean): Promise<Notice> {
    const filters = { ids: [id], published: forShoppers, forShoppers, limit: 1, offset: 0 }
    const { notices } = await this.findNotices(filters)
    const [notice] = notices
    if (!notice) throw notFound("The notice was not found.")
    return notice
  }

  /** A draft with the next version number of its kind and locale. */
  async draftNotice(draft: { kind: string; locale: string; body: string }): Promise<Notice> {
    const id = generateEntityId("", "dkcnot")
    const { kind, locale, body } = draft
    await this.connection.raw(
      `INSERT INTO dk_consent_notice (id, controller_id, kind, locale, version, body, sha256)
       SELECT ?, ?, ?, ?, coalesce(max(version), 0) + 1, ?, ? FROM dk_consent_notice
       WHERE controller_id = ? AND kind = ? AND locale = ?`,
      [id, this.controllerId, kind, locale, body, sha256(body), this.controllerId, kind, locale]
    )
    return this.findNotice(id, false)
  }

  /**
   * Publishes a draft; from then on nobody can change it.
   *
   * @param effectiveFrom ISO 8601; now when left out, never earlier
   * @throws MedusaError conflict when it was published before
   */
  async publishNotice(id: string, effectiveFrom?: string): Promise<Notice> {
    if (effectiveFrom !== undefined && Date.parse(effectiveFrom) < Date.now()) {
      throw invalidField(
        "effective_from",
        "in_the_past",
        "A notice cannot come into force before it is published."
      )
    }
    const published = await selectRows(
      this.connection,
      `UPDATE dk_consent_notice SET published_at = now(), effective_from = coalesce(?::timestamptz, now()), updated_at = now()
       WHERE id = ? AND controller_id = ? AND published_at IS NULL RETURNING id`,
      [effectiveFrom ?? null, id, this.controllerId]
    )
    const notice = await this.findNotice(id, false)
    if (published.length === 0) {
      throw conflict("already_published", "The notice has been published and cannot be changed.")
    }
    return notice
  }

  /**
   * Remembers which notices the storefront showed in a cart's checkout. The same again changes nothing.
   *
   * @throws MedusaError naming `notices` when one is unknown or not in force
   */
  async noteShownInCart(cartId: string, noticeIds: readonly string[]): Promise<void> {
    const ids = [...new Set(noticeIds)]
    const { notices } = await this.findNotices({
      ids,
      published: true,
      forShoppers: true,
      limit: ids.length,
      offset: 0,
    })
    const now = new Date().toISOString()
    const known = notices.filter(({ effective_from }) => (effective_from ?? now) <= now)
    if (known.length !== ids.length) {
      throw invalidField("notices", "unknown_notice", "A notice is unknown or not in force.")
    }
    for (const id of ids) {
      await this.connection.raw(
        `INSERT INTO dk_consent_cart_notice (id, controller_id, cart_id, notice_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (cart_id, notice_id) DO NOTHING`,
        [generateEntityId("", "dkccno"), this.controllerId, cartId, id]
      )
    }
  }

  /** Notices the storefront showed in a cart's checkout. */
  async findNoticesOfCart(cartId: string): Promise<Notice[]> {
    const { notices } = await this.findNotices({
      cart_id: cartId,
      published: true,
      limit: 100,
      offset: 0,
    })
    return notices
  }

  /** Writes the evidence of a purchase, once. True when it was written now. */
  async recordShown(purchase: Purchase, shown: ShownNotice): Promise<boolean> {
    return recordShown(this.connection, this.controllerId, purchase, shown)
  }
}

export default ConsentModuleService
