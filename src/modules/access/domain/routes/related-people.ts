/** Relations that lead from goods, places and settings to people: Medusa's routes give every relation that is asked for. */
const TO_PEOPLE =
  /^(orders?|order_(?!(change|summary)$).*|draft_orders?|carts?|cart_.*|customers?|customer_(?!groups?$).*|payments?|payment_(collections?|sessions?)(_link)?|usages|returns?|claims?|exchanges?|reservations?|line_items?|notifications?|users?|user_.*|invites?|dk_.*)$/i

const partsOf = (field: string): string[] =>
  field
    .trim()
    .replace(/^[*+-]+/, "")
    .split(".")

/**
 * Whether the `fields` of a query ask for people through something that is not about them, as
 * `/admin/regions?fields=*orders.shipping_address` does.
 */
export const asksForPeople = (fields: unknown): boolean => {
  const list = Array.isArray(fields) ? fields : [fields]
  return list
    .filter((text): text is string => typeof text === "string")
    .flatMap((text) => text.split(","))
    .some((field) => partsOf(field).some((part) => TO_PEOPLE.test(part)))
}
