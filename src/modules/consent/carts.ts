import { generateEntityId } from "@medusajs/framework/utils"
import { invalidField } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { Channel } from "./domain/notice-data"
import { findNotices, IS_REPLACED } from "./notices"
import type { Notice } from "./notices"
import type { CartChoice } from "./record-purchase"

/** What a shopper says of marketing beside a box; the box stood under a text of the same purpose and channel. */
export type Choice = { purpose: string; channel: Channel; state: "given" | "refused" }

/** A notice that was or is in force. */
export type KnownNotice = Notice & {
  /** A materially different one of its language is in force: nobody can agree to it any more. */
  is_replaced: boolean
}

/** The database's clock decides, as it does when a text is published: a server's may be behind. */
const IN_FORCE = `SELECT n.id, ${IS_REPLACED} AS is_replaced FROM dk_consent_notice n
  WHERE n.id = ANY(:ids) AND n.effective_from <= now()`

/** Notices by id that shoppers can have seen. Throws naming `field` when one is unknown or not in force. */
export const noticesInForce = async (
  connection: Knex,
  controllerId: string,
  ids: readonly string[],
  field: string
): Promise<KnownNotice[]> => {
  const wanted = [...new Set(ids)]
  const filters = { published: true, forShoppers: true, limit: wanted.length, offset: 0 }
  const { notices } = await findNotices(connection, controllerId, { ids: wanted, ...filters })
  const rows = await selectRows<{ id: string; is_replaced: boolean }>(connection, IN_FORCE, {
    ids: wanted,
  })
  const inForce = new Map(rows.map(({ id, is_replaced: isReplaced }) => [id, isReplaced]))
  const known = notices.filter(({ id }) => inForce.has(id))
  if (known.length !== wanted.length) {
    throw invalidField(field, "unknown_notice", "A notice is unknown or not in force.")
  }
  return known.map((notice) => ({ ...notice, is_replaced: inForce.get(notice.id) === true }))
}

/**
 * The text a choice was made beside. Throws naming `field` when none of the shown ones is about it, and when a consent is
 * given to one that has been replaced. A refusal counts beside any of them.
 */
export const noticeOfChoice = (
  notices: readonly KnownNotice[],
  {
    purpose,
    channel,
    state = "given",
  }: Pick<Choice, "purpose"> & {
    channel: string
    state?: Choice["state"]
  },
  field: string
): Notice => {
  const notice = notices.find(
    (shown) => shown.kind === "marketing" && shown.purpose === purpose && shown.channel === channel
  )
  if (!notice) {
    const message = "The text of this purpose and channel is not among the notices that were shown."
    throw invalidField(field, "notice_missing", message)
  }
  if (notice.is_replaced && state === "given") {
    throw invalidField(
      field,
      "notice_replaced",
      "A materially different text has replaced this one; show the newer text."
    )
  }
  return notice
}

/** Throws naming `field` for a text that offers a refusal and asks for nothing that could be given. */
export const refuseSoftOptIn = ({ data }: Notice, field: string): void => {
  if (data === null || !("basis" in data) || data.basis !== "soft_opt_in") return
  const message = "This text offers a refusal and asks for no consent."
  throw invalidField(field, "nothing_to_give", message)
}

/** Remembers which texts a cart's checkout showed, and what is chosen beside them now; without choices those before stay. */
export const noteInCart = async (
  connection: Knex,
  controllerId: string,
  cartId: string,
  {
    notices,
    choices: chosen,
  }: { notices: readonly KnownNotice[]; choices?: readonly Choice[] | undefined }
): Promise<void> => {
  const choices = chosen ?? []
  const texts = choices.map((choice, index) => {
    const text = noticeOfChoice(notices, choice, `consents.${index.toString()}`)
    if (choice.state === "given") refuseSoftOptIn(text, `consents.${index.toString()}.state`)
    return text
  })
  await connection.transaction(async (transaction) => {
    for (const { id } of notices) {
      await transaction.raw(
        `INSERT INTO dk_consent_cart_notice (id, controller_id, cart_id, notice_id) VALUES (?, ?, ?, ?)
         ON CONFLICT (cart_id, notice_id) DO NOTHING`,
        [generateEntityId("", "dkccno"), controllerId, cartId, id]
      )
    }
    if (chosen !== undefined) {
      await transaction("dk_consent_cart_choice").where({ cart_id: cartId }).delete()
    }
    for (const [index, { purpose, channel, state }] of choices.entries()) {
      await transaction.raw(
        `INSERT INTO dk_consent_cart_choice (id, controller_id, cart_id, purpose, channel, state, notice_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (cart_id, purpose, channel)
           DO UPDATE SET state = EXCLUDED.state, notice_id = EXCLUDED.notice_id, updated_at = now()`,
        [
          generateEntityId("", "dkccho"),
          controllerId,
          cartId,
          purpose,
          channel,
          state,
          texts[index]?.id ?? null,
        ]
      )
    }
  })
}

/** What was chosen in a cart's checkout. */
export const choicesOfCart = (connection: Knex, cartId: string): Promise<CartChoice[]> =>
  selectRows<CartChoice>(
    connection,
    `SELECT c.purpose, c.channel, c.state, c.notice_id, n.sha256 AS notice_sha256
     FROM dk_consent_cart_choice c JOIN dk_consent_notice n ON n.id = c.notice_id
     WHERE c.cart_id = ? AND c.deleted_at IS NULL ORDER BY c.purpose, c.channel`,
    [cartId]
  )
