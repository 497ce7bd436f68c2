import { any, get, post } from "./rule"
import type { RouteRule } from "./rule"

const ORDERS = { purpose: "orders" } as const
const CUSTOMERS = { purpose: "customer_service" } as const
const SHIPPING = { purpose: "shipping" } as const
const PAYMENT = { purpose: "payment" } as const
const OPERATION = { purpose: "operation" } as const

/** Catalogue, prices and settings: nobody's data stands in their tables. */
const WITHOUT_PEOPLE = [
  "campaigns",
  "collections",
  "currencies",
  "feature-flags",
  "fulfillment-providers",
  "fulfillment-sets",
  "inventory-items",
  "layouts",
  "locales",
  "plugins",
  "price-lists",
  "price-preferences",
  "product-categories",
  "product-options",
  "product-tags",
  "product-types",
  "product-variants",
  "products",
  "promotions",
  "property-labels",
  "refund-reasons",
  "regions",
  "return-reasons",
  "sales-channels",
  "shipping-option-types",
  "shipping-options",
  "shipping-profiles",
  "stock-locations",
  "tax-providers",
  "tax-rates",
  "tax-regions",
  "translations",
]

/** Medusa's own admin routes (2.21). The first rule that fits counts. */
export const CORE_ROUTES: readonly RouteRule[] = [
  ...WITHOUT_PEOPLE.map((folder) => any(`/admin/${folder}/*`, "catalogue:use")),

  post("/admin/orders/export", "customers:write", ORDERS),
  get("/admin/orders", "orders:ship", ORDERS),
  get("/admin/orders/:id", "orders:ship", ORDERS),
  get("/admin/orders/:id/line-items", "orders:ship", ORDERS),
  get("/admin/orders/:id/shipping-options", "orders:ship"),
  get("/admin/orders/:id/preview", "orders:ship", ORDERS),
  any("/admin/orders/:id/fulfillments/*", "orders:ship", SHIPPING),
  get("/admin/orders/*", "orders:read", ORDERS),
  any("/admin/orders/*", "orders:write", ORDERS),
  any("/admin/fulfillments/*", "orders:write", SHIPPING),
  any("/admin/reservations/*", "catalogue:use", SHIPPING),
  ...["draft-orders", "order-edits", "order-changes", "returns", "claims", "exchanges"].flatMap(
    (folder) => [
      get(`/admin/${folder}/*`, "orders:read", ORDERS),
      any(`/admin/${folder}/*`, "orders:write", ORDERS),
    ]
  ),

  ...["customers", "customer-groups"].flatMap((folder) => [
    get(`/admin/${folder}/*`, "customers:read", CUSTOMERS),
    any(`/admin/${folder}/*`, "customers:write", CUSTOMERS),
  ]),

  ...["payments", "payment-collections"].flatMap((folder) => [
    get(`/admin/${folder}/*`, "payments:read", PAYMENT),
    any(`/admin/${folder}/*`, "payments:write", PAYMENT),
  ]),

  ...["gift-cards", "store-credit-accounts"].flatMap((folder) => [
    get(`/admin/${folder}/*`, "customers:read", CUSTOMERS),
    any(`/admin/${folder}/*`, "payments:write", CUSTOMERS),
  ]),

  get("/admin/users/me", "own:read"),
  get("/admin/rbac/me/permissions", "own:read"),
  ...["users", "invites", "rbac", "api-keys"].flatMap((folder) => [
    get(`/admin/${folder}/*`, "staff:read"),
    any(`/admin/${folder}/*`, "staff:write"),
  ]),

  get("/admin/stores/*", "catalogue:use"),
  any("/admin/stores/*", "system:write"),
  any("/admin/views/*", "catalogue:use"),
  get("/admin/uploads/*", "system:read"),
  any("/admin/uploads/*", "catalogue:use"),
  ...["notifications", "workflows-executions", "index", "search", "search-indexes"].flatMap(
    (folder) => [
      get(`/admin/${folder}/*`, "system:read", OPERATION),
      any(`/admin/${folder}/*`, "system:write", OPERATION),
    ]
  ),
]
