import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../shared/errors"
import type { Knex } from "../../shared/postgres"
import type { ShownNotice } from "./domain/choose-notice"
import ConsentCartChoice from "./models/cart-choice"
import ConsentCartNotice from "./models/cart-notice"
import ConsentEvent from "./models/event"
import ConsentNotice from "./models/notice"
import ConsentRegistrationNotice from "./models/registration-notice"
import ConsentSubject from "./models/subject"
import ConsentSubscription from "./models/subscription"
import ConsentSuppression from "./models/suppression"
import ConsentUse from "./models/use"
import { choicesOfCart, noteInCart, noticesInForce } from "./carts"
import type { Choice } from "./carts"
import { findCookieChoice, saveCookieChoice } from "./cookie-choices"
import type { CookieChoice, KnownCookieChoice } from "./cookie-choices"
import { deleteDraft, insertDraft, publishDraft, updateDraft } from "./drafts"
import type { DraftChange, NoticeDraft, Publishing } from "./drafts"
import { findNotices } from "./notices"
import type { Notice, NoticeFilters } from "./notices"
import { parseConsentOptions } from "./options"
import type { ConsentSettings } from "./options"
import { recordPurchase } from "./record-purchase"
import type { CartChoice, Purchase, RecordedPurchase } from "./record-purchase"
import { noteRegistration, recordRegistration } from "./registrations"
import type { Registration } from "./registrations"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** Why a draft could not be touched. */
const refusalOf = ({ published_at: publishedAt }: Notice): Error =>
  publishedAt === null
    ? conflict("changed_meanwhile", "The draft was changed by somebody else; read it again.")
    : conflict("already_published", "The notice has been published and cannot be changed.")

/** Keeps the notices, and the evidence of what was shown and said. */
class ConsentModuleService extends MedusaService({
  DkConsentNotice: ConsentNotice,
  DkConsentEvent: ConsentEvent,
  DkConsentSubject: ConsentSubject,
  DkConsentCartNotice: ConsentCartNotice,
  DkConsentCartChoice: ConsentCartChoice,
  DkConsentRegistrationNotice: ConsentRegistrationNotice,
  DkConsentUse: ConsentUse,
  DkConsentSuppression: ConsentSuppression,
  DkConsentSubscription: ConsentSubscription,
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

  /** A draft with the next version number of its kind, purpose, channel and locale. */
  async draftNotice(draft: NoticeDraft): Promise<Notice> {
    return this.findNotice(await insertDraft(this.connection, this.controllerId, draft), false)
  }

  /**
   * Publishes a draft; from then on nobody can change it.
   *
   * @throws MedusaError conflict when it was published before, or changed since it was read
   */
  async publishNotice(id: string, publishing: Publishing = {}): Promise<Notice> {
    const isNew = await publishDraft(this.connection, this.controllerId, id, publishing)
    const notice = await this.findNotice(id, false)
    if (!isNew) throw refusalOf(notice)
    return notice
  }

  /**
   * Changes a draft.
   *
   * @throws MedusaError conflict when it has been published, or changed by somebody else
   */
  async changeNotice(id: string, change: DraftChange): Promise<Notice> {
    const isChanged = await updateDraft(this.connection, this.controllerId, id, change)
    const notice = await this.findNotice(id, false)
    if (!isChanged) throw refusalOf(notice)
    return notice
  }

  /** Deletes a draft. Throws not_found, and conflict when it has been published: evidence may point at it. */
  async deleteNotice(id: string): Promise<void> {
    if (await deleteDraft(this.connection, this.controllerId, id)) return
    throw refusalOf(await this.findNotice(id, false))
  }

  /**
   * Remembers which notices the storefront showed in a cart's checkout and what is chosen beside them now; choices replace
   * those before, and stay when left out. Nothing of it is evidence before the cart is an order.
   *
   * @throws MedusaError naming `notices` when one is unknown or not in force, or the choice that has no text
   */
  async noteInCart(
    cartId: string,
    {
      notices: ids,
      consents: choices,
    }: { notices: readonly string[]; consents?: readonly Choice[] | undefined }
  ): Promise<void> {
    const notices = await noticesInForce(this.connection, this.controllerId, ids, "notices")
    await noteInCart(this.connection, this.controllerId, cartId, { notices, choices })
  }

  /** Notices the storefront showed in a cart's checkout. */
  async findNoticesOfCart(cartId: string): Promise<Notice[]> {
    const filters = { cart_id: cartId, published: true, limit: 100, offset: 0 }
    return (await this.findNotices(filters)).notices
  }

  /** What was chosen in a cart's checkout. */
  async findChoicesOfCart(cartId: string): Promise<CartChoice[]> {
    return choicesOfCart(this.connection, cartId)
  }

  /** Writes the evidence of a purchase, once. @returns how many events were written now, and sign-ups that wait for mail */
  async recordPurchase(
    purchase: Purchase,
    evidence: { shown: readonly ShownNotice[]; choices: readonly CartChoice[] }
  ): Promise<RecordedPurchase> {
    return recordPurchase(this.connection, this.settings, purchase, evidence)
  }

  /**
   * Remembers which notices the storefront shows while an account is made with a login.
   *
   * @throws MedusaError naming `x-dk-notices` when one is unknown, not in force or about marketing
   */
  async noteRegistration(authIdentityId: string, noticeIds: readonly string[]): Promise<void> {
    await noteRegistration(this.connection, this.controllerId, authIdentityId, noticeIds)
  }

  /** Notices the storefront showed while an account was made with a login. */
  async findNoticesOfLogin(authIdentityId: string): Promise<Notice[]> {
    const filters = { auth_identity_id: authIdentityId, published: true, limit: 100, offset: 0 }
    return (await this.findNotices(filters)).notices
  }

  /** Writes what making an account is evidence of, once. @returns how many events were written now */
  async recordRegistration(
    registration: Registration,
    shown: readonly ShownNotice[]
  ): Promise<number> {
    return recordRegistration(this.connection, this.controllerId, registration, shown)
  }

  /**
   * Writes what a visitor chose of cookies. The same again beside the same text is no news within 12 months.
   *
   * @throws MedusaError naming `notice_id`, `choices` or `method`
   */
  async saveCookieChoice(choice: CookieChoice): Promise<boolean> {
    return saveCookieChoice(this.connection, this.controllerId, choice)
  }

  /** What a visitor chose of cookies, beside which text, and whether to ask again; null when nothing is known. */
  async findCookieChoice(
    visitor: Pick<CookieChoice, "visitor_id"> & { locale?: string | undefined }
  ): Promise<KnownCookieChoice | null> {
    return findCookieChoice(this.connection, this.controllerId, visitor, this.settings.locales)
  }
}

export default ConsentModuleService
