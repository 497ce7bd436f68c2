import { any, get, post } from "./rule"
import type { RouteRule } from "./rule"

const ORDERS = { purpose: "orders" } as const
const CUSTOMERS = { purpose: "customer_service" } as const
const BOOKKEEPING = { purpose: "bookkeeping" } as const
const PAYMENT = { purpose: "payment" } as const
const PRIVACY = { purpose: "privacy" } as const
const LOGGED_PRIVACY = { purpose: "privacy", logFirst: true } as const

const BOOKKEEPING_ROUTES: readonly RouteRule[] = [
  post("/admin/dk/bookkeeping/accounts", "invoices:settings"),
  get("/admin/dk/bookkeeping/accounts", "invoices:read"),
  get("/admin/dk/bookkeeping/*", "invoices:read", BOOKKEEPING),
  post("/admin/dk/earlier-orders", "invoices:settings", BOOKKEEPING),
  get("/admin/dk/earlier-orders/*", "invoices:read", BOOKKEEPING),
  ...["exchange-rates", "financial-years", "invoice-series"].flatMap((folder) => [
    get(`/admin/dk/${folder}`, "invoices:read"),
    post(`/admin/dk/${folder}`, "invoices:settings"),
  ]),
  post("/admin/dk/external-invoices/import", "invoices:write", BOOKKEEPING),
  get("/admin/dk/invoice-requests/*", "invoices:read", BOOKKEEPING),
  post("/admin/dk/payments-received/import", "invoices:write", BOOKKEEPING),
  get("/admin/dk/unpaid-invoices", "invoices:read", BOOKKEEPING),
  get("/admin/dk/invoices/*", "invoices:read", BOOKKEEPING),
  post("/admin/dk/invoices/*", "invoices:write", BOOKKEEPING),
]

/** Staff asks to see an address that is not shown: noted before it is. */
const SHOWN = { purpose: "orders", logFirst: true } as const

const ADDRESS_ROUTES: readonly RouteRule[] = [
  get("/admin/orders/:id/address-protection", "orders:ship", ORDERS),
  any("/admin/orders/:id/address-protection", "protections:write", ORDERS),
  post("/admin/orders/:id/shown-addresses", "orders:read", SHOWN),
  get("/admin/customers/:id/address-protection", "customers:read", CUSTOMERS),
  any("/admin/customers/:id/address-protection", "protections:write", CUSTOMERS),
  post("/admin/customers/:id/shown-addresses", "customers:read", {
    ...SHOWN,
    purpose: "customer_service",
  }),
  get("/admin/orders/:id/restriction", "orders:ship", ORDERS),
  get("/admin/customers/:id/restriction", "customers:read", CUSTOMERS),
]

const CONSENT_ROUTES: readonly RouteRule[] = [
  get("/admin/customers/:id/consents", "consents:read", CUSTOMERS),
  get("/admin/orders/:id/consents", "consents:read", ORDERS),
]

const ORDER_ROUTES: readonly RouteRule[] = [
  get("/admin/orders/:id/archive-copies", "invoices:read", BOOKKEEPING),
  ...["dk-invoices", "external-invoices", "dk-payments-received"].flatMap((folder) => [
    get(`/admin/orders/:id/${folder}`, "invoices:read", BOOKKEEPING),
    post(`/admin/orders/:id/${folder}`, "invoices:write", BOOKKEEPING),
  ]),
  post("/admin/orders/:id/dk-credit-notes", "invoices:write", BOOKKEEPING),
  post("/admin/orders/:id/dk-payment-links", "payments:write", PAYMENT),
  get("/admin/orders/:id/buyer", "orders:read", ORDERS),
  post("/admin/orders/:id/buyer", "orders:write", ORDERS),
  get("/admin/draft-orders/:id/buyer", "orders:read", ORDERS),
  post("/admin/draft-orders/:id/buyer", "orders:write", ORDERS),
  get("/admin/dk/buyer-findings", "orders:read", ORDERS),
  get("/admin/customers/:id/buyer", "customers:read", CUSTOMERS),
  post("/admin/customers/:id/buyer", "customers:write", CUSTOMERS),
  get("/admin/customers/:id/dk-credit", "customers:read", CUSTOMERS),
  any("/admin/customers/:id/dk-credit/*", "credit:write", CUSTOMERS),
]

const NETS_ROUTES: readonly RouteRule[] = [
  post("/admin/dk/nets/payments/:session_id/manual-refund", "nets:refund", PAYMENT),
  get("/admin/dk/nets/*", "nets:read", PAYMENT),
  any("/admin/dk/nets/*", "nets:check", PAYMENT),
]

const BREACH_ROUTES: readonly RouteRule[] = [
  get("/admin/privacy/breach-quick-starts", "breaches:read"),
  get("/admin/privacy/breach-reports", "breaches:read", PRIVACY),
  any("/admin/privacy/breach-reports/*", "breaches:write", PRIVACY),
  get("/admin/privacy/breaches/:id/call-list", "breaches:write", LOGGED_PRIVACY),
  get("/admin/privacy/breaches/*", "breaches:read", PRIVACY),
  // What is told to the authority and to people, and when it is over, is decided by those who answer for it.
  ...["assess", "rule-out", "phases", "notice", "notify", "public-notice", "close", "reopen"].map(
    (action) => post(`/admin/privacy/breaches/:id/${action}`, "breaches:decide", PRIVACY)
  ),
  any("/admin/privacy/breaches/*", "breaches:write", PRIVACY),
]

const PRIVACY_ROUTES: readonly RouteRule[] = [
  // Each part of its answer asks for the permission of the list that it counts.
  get("/admin/privacy/overview", "own:read"),
  get("/admin/privacy/data-map/*", "personal-data:read"),
  get("/admin/privacy/exports/:ticket", "personal-data:export", LOGGED_PRIVACY),
  post("/admin/privacy/exports", "personal-data:export", LOGGED_PRIVACY),
  get("/admin/privacy/doctor", "personal-data:read"),
  get("/admin/privacy/export-files", "personal-data:read"),
  get("/admin/privacy/erasures/*", "personal-data:read", PRIVACY),
  post("/admin/privacy/erasures/preview", "personal-data:read", PRIVACY),
  post("/admin/privacy/erasures", "personal-data:erase", LOGGED_PRIVACY),
  post("/admin/privacy/erasures/:id/cancel", "personal-data:erase", LOGGED_PRIVACY),
  post("/admin/privacy/hand-overs", "personal-data:erase", LOGGED_PRIVACY),
  get("/admin/privacy/holds", "personal-data:read", PRIVACY),
  any("/admin/privacy/holds/*", "personal-data:erase", PRIVACY),
  get("/admin/privacy/recipients", "requests:read"),
  post("/admin/privacy/recipients", "record:write"),
  post("/admin/privacy/recipients/:id", "record:write"),
  get("/admin/privacy/recipients/tasks", "requests:read", PRIVACY),
  any("/admin/privacy/recipients/tasks/*", "requests:write", PRIVACY),
  get("/admin/privacy/requests/*", "requests:read", PRIVACY),
  // Whom they are about stands in their answers only.
  post("/admin/privacy/requests/proposals", "requests:write", PRIVACY),
  post("/admin/privacy/requests/:id/preview", "requests:write", PRIVACY),
  any("/admin/privacy/requests/*", "requests:write", LOGGED_PRIVACY),
  get("/admin/privacy/stops", "personal-data:read"),
  any("/admin/privacy/stops/*", "personal-data:erase"),
  get("/admin/privacy/scans/*", "personal-data:read"),
  post("/admin/privacy/scans", "personal-data:erase"),
  get("/admin/privacy/restrictions", "personal-data:read", PRIVACY),
  any("/admin/privacy/restrictions/*", "restrictions:write", PRIVACY),
  get("/admin/privacy/retention/*", "personal-data:read"),
  post("/admin/privacy/retention", "personal-data:erase"),
  post("/admin/privacy/sweeps/preview", "personal-data:read"),
  get("/admin/privacy/sweeps/*", "personal-data:read"),
  post("/admin/privacy/sweeps", "personal-data:erase"),
  get("/admin/privacy/parked", "personal-data:read", PRIVACY),
  post("/admin/privacy/parked/:id/retry", "personal-data:erase", PRIVACY),
  get("/admin/privacy/ledger", "personal-data:read"),
  get("/admin/privacy/replays/*", "personal-data:read"),
  any("/admin/privacy/replays/*", "personal-data:erase"),
  post("/admin/privacy/import-checks", "personal-data:erase"),
  get("/admin/privacy/notices/*", "personal-data:read"),
  any("/admin/privacy/notices/*", "notices:write"),
  post("/admin/privacy/notice-hints", "notices:write"),
  get("/admin/privacy/consents/numbers", "consents:read"),
  get("/admin/privacy/consents", "consents:read", PRIVACY),
  get("/admin/privacy/record-of-processing/*", "personal-data:read"),
  post("/admin/privacy/record-of-processing", "record:write"),
  any("/admin/privacy/selections/*", "personal-data:read", PRIVACY),
  get("/admin/privacy/roles", "personal-data:read"),
  post("/admin/privacy/roles", "roles:write"),
  get("/admin/privacy/access-events", "access-log:read", LOGGED_PRIVACY),
  get("/admin/privacy/input-counts", "findings:read"),
  get("/admin/privacy/findings", "findings:read"),
  post("/admin/privacy/findings/scan", "findings:read"),
  any("/admin/privacy/findings/*", "personal-data:erase"),
  get("/admin/privacy/staff-checks/*", "staff-checks:read"),
  any("/admin/privacy/staff-checks/*", "staff-checks:write"),
]

const MARKETING_ROUTES: readonly RouteRule[] = [
  get("/admin/privacy/marketing-audience/count", "marketing:read"),
  get("/admin/privacy/marketing-audience", "marketing:read", LOGGED_PRIVACY),
  get("/admin/privacy/suppressions", "consents:write"),
  post("/admin/privacy/suppressions/*", "consents:write", LOGGED_PRIVACY),
  post("/admin/privacy/consents/import", "marketing:write"),
]

/** The admin routes of this plugin. What is added under `/admin/privacy` and stands in no rule is denied to all but owners. */
export const OWN_ROUTES: readonly RouteRule[] = [
  ...BOOKKEEPING_ROUTES,
  ...ADDRESS_ROUTES,
  ...CONSENT_ROUTES,
  ...ORDER_ROUTES,
  ...NETS_ROUTES,
  ...BREACH_ROUTES,
  ...PRIVACY_ROUTES,
  ...MARKETING_ROUTES,
]
