import account from "./texts/account.json"
import catalogue from "./texts/catalogue.json"
import common from "./texts/common.json"
import customers from "./texts/customers.json"
import delivery from "./texts/delivery.json"
import draftOrders from "./texts/draft-orders.json"
import fields from "./texts/fields.json"
import inventory from "./texts/inventory.json"
import orders from "./texts/orders.json"
import priceLists from "./texts/price-lists.json"
import products from "./texts/products.json"
import promotions from "./texts/promotions.json"
import settings from "./texts/settings.json"
import shell from "./texts/shell.json"
import taxes from "./texts/taxes.json"

/** The dashboard's own texts in Danish, with the keys of its `en.json`. */
export const texts = {
  ...common,
  ...fields,
  ...shell,
  ...account,
  ...orders,
  ...draftOrders,
  ...products,
  ...catalogue,
  ...customers,
  ...inventory,
  ...promotions,
  ...priceLists,
  ...delivery,
  ...taxes,
  ...settings,
}
