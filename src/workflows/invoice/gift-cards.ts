import type { MedusaContainer } from "@medusajs/framework/types"
import { GIFT_CARD_KINDS } from "../../modules/invoice/domain/order-facts"
import type { GiftCardKind } from "../../modules/invoice/domain/order-facts"
import { conflict } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Where staff's choice stands among the product's metadata. */
const KIND = "metadata->>'dk_gift_card'"

const isKind = (kind: string | null): kind is GiftCardKind =>
  GIFT_CARD_KINDS.some((known) => known === kind)

/** Kinds of gift cards by product, of deleted products too. Those that staff has not told are left out. */
export const giftCardKinds = async (
  connection: Knex,
  productIds: readonly string[]
): Promise<ReadonlyMap<string, GiftCardKind>> => {
  if (productIds.length === 0) return new Map()
  const rows = await selectRows<{ id: string; kind: string | null }>(
    connection,
    `SELECT id, ${KIND} AS kind FROM product WHERE id = ANY(?)`,
    [[...productIds]]
  )
  return new Map(rows.flatMap(({ id, kind }) => (isKind(kind) ? [[id, kind]] : [])))
}

const GIFT_CARDS_OF_CART = `SELECT i.product_id AS id FROM cart_payment_collection l
  JOIN cart_line_item i ON i.cart_id = l.cart_id AND i.deleted_at IS NULL AND i.is_giftcard
  WHERE l.payment_collection_id = ? AND l.deleted_at IS NULL`

/**
 * Refuses a payment session for a cart with a gift card of which nobody has said whether its VAT is paid when it is sold or
 * used. The last point where it can be refused.
 *
 * @throws MedusaError conflict `gift_card_kind_unset`
 */
export const requireGiftCardKinds = async (
  container: MedusaContainer,
  paymentCollectionId: string
): Promise<void> => {
  const connection = postgres(container)
  const cards = await selectRows<{ id: string | null }>(connection, GIFT_CARDS_OF_CART, [
    paymentCollectionId,
  ])
  const ids = cards.map(({ id }) => id ?? "")
  const known = await giftCardKinds(connection, ids)
  if (ids.some((id) => !known.has(id))) {
    throw conflict(
      "gift_card_kind_unset",
      "The gift card cannot be bought yet: the store has not said what kind it is."
    )
  }
}
