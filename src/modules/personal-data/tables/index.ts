import type { TableMap } from "../domain/table-map"
import { registerPersonalData } from "../registry"
import { CATALOGUE_TABLES } from "./catalogue"
import { COPIES_TABLES } from "./copies"
import { LOYALTY_TABLES } from "./loyalty"
import { PLATFORM_TABLES } from "./platform"
import { PROMOTIONS_TABLES } from "./promotions"
import { STAFF_TABLES } from "./staff"
import { STORE_TABLES } from "./store"
import { CARTS_TABLES } from "./carts"
import { CUSTOMERS_TABLES } from "./customers"
import { FULFILMENTS_TABLES } from "./fulfilments"
import { LINKS_TABLES } from "./links"
import { LOGINS_TABLES } from "./logins"
import { ORDER_CHANGES_TABLES } from "./order-changes"
import { ORDERS_TABLES } from "./orders"
import { PAYMENTS_TABLES } from "./payments"
import { TRACES_TABLES } from "./traces"

/** Medusa's own tables, children before the rows they hang on: rows are removed in this order. */
export const MEDUSA_TABLES: readonly TableMap[] = [
  ...COPIES_TABLES,
  ...TRACES_TABLES,
  ...CARTS_TABLES,
  ...ORDERS_TABLES,
  ...ORDER_CHANGES_TABLES,
  ...PAYMENTS_TABLES,
  ...FULFILMENTS_TABLES,
  ...LOGINS_TABLES,
  ...CUSTOMERS_TABLES,
  ...LOYALTY_TABLES,
  ...LINKS_TABLES,
  ...STAFF_TABLES,
  ...CATALOGUE_TABLES,
  ...PROMOTIONS_TABLES,
  ...STORE_TABLES,
  ...PLATFORM_TABLES,
]

registerPersonalData({ tables: MEDUSA_TABLES })
