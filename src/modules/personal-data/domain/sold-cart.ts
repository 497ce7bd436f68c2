/**
 * Whether a cart became an order. A purchase that Medusa undid, as after a refused payment, leaves a deleted link to an
 * order that is no more; its cart can be bought again.
 */
export const isSold = (cart: string): string =>
  `EXISTS (SELECT 1 FROM order_cart AS l WHERE l.cart_id = ${cart} AND l.deleted_at IS NULL)`
