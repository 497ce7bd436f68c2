import { registerPersonalData } from "../registry"
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
registerPersonalData({
  tables: [
    ...TRACES_TABLES,
    ...CARTS_TABLES,
    ...ORDERS_TABLES,
    ...ORDER_CHANGES_TABLES,
    ...PAYMENTS_TABLES,
    ...FULFILMENTS_TABLES,
    ...LOGINS_TABLES,
    ...CUSTOMERS_TABLES,
    ...LINKS_TABLES,
  ],
})
