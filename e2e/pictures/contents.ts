import { adminToken, inviteStaff } from "../helpers/admin"
import { captureAndInvoice, carryOut, shipAndInvoice } from "../helpers/after-sale"
import { openedCase } from "../helpers/breach-cases"
import type { RunningDemo } from "../helpers/demo"
import { payByNets } from "../helpers/nets"
import { sql, startErasure } from "../helpers/privacy"
import { giveRole, knownRequest } from "../helpers/requests"
import { ADDRESS, AUTHORITY, call, placeOrder, registerCustomer } from "../helpers/sale"

const ON_INVOICE = "pp_ean-invoice_ean-invoice"
const COMPANY = { type: "business", cvr: "13585628", company_name: "Prøve ApS" }
const COMPANY_ADDRESS = { ...ADDRESS, company: COMPANY.company_name }

/** What a page with an id in its address is about, and the order and customer whose pages are shown. */
export type Contents = { ids: Record<string, string>; customerId: string; orderId: string }

type Post = (path: string, body?: object) => Promise<unknown>

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10)

const sell = async (demo: RunningDemo): Promise<string> => {
  const company = await registerCustomer(demo, "indkoeb@proeve.example")
  const sale = { ...company, buyer: COMPANY, address: COMPANY_ADDRESS }
  await captureAndInvoice(demo, await placeOrder(demo, sale))
  await payByNets(demo, "bo@kunde.example")
  await carryOut(demo, (await payByNets(demo, "ida@kunde.example")).orderId)
  const school = { email: "skole@kommune.example", buyer: AUTHORITY, provider: ON_INVOICE }
  const orderId = await placeOrder(demo, school)
  await shipAndInvoice(demo, orderId)
  return orderId
}

/** Requests of every common kind. Gives the one that is looked at. */
const ask = async (demo: RunningDemo, customerId: string): Promise<string> => {
  for (const kind of ["portability", "rectification", "objection_marketing"])
    await knownRequest(demo, kind, customerId)
  const other = await registerCustomer(demo, "mads@kunde.example")
  await knownRequest(demo, "erasure", other.id)
  return knownRequest(demo, "access", customerId)
}

const erase = async (demo: RunningDemo): Promise<void> => {
  const gone = await registerCustomer(demo, "slettes@kunde.example")
  await startErasure(demo, { customer_id: gone.id, grace_hours: 0 })
  const soon = await registerCustomer(demo, "fortryder@kunde.example")
  await startErasure(demo, { customer_id: soon.id, grace_hours: 24 })
}

const recordDuties = async (post: Post, customerId: string): Promise<void> => {
  await post("/admin/privacy/holds", {
    ...{ customer_id: customerId, kind: "dispute", reason: "Sag om en forsinket levering" },
    ends_on: daysFromNow(90),
  })
  await post("/admin/privacy/restrictions", {
    ...{ email: "ida@kunde.example", ground: "accuracy_contested" },
  })
  for (const [name, purpose] of [
    ["Fjord Fragt", "delivery"],
    ["Tal & Bilag", "bookkeeping"],
  ]) {
    await post("/admin/privacy/recipients", {
      ...{ name, role: "processor", purposes: [purpose], country: "dk" },
      ...{ agreement_on: "2026-03-02", contact_email: "data@modtager.example" },
      next_review_on: daysFromNow(120),
    })
  }
  for (const [employee, seen] of [
    ["M-1042", -60],
    ["M-1077", -720],
  ] as const) {
    await post("/admin/privacy/staff-checks", {
      ...{ employee_reference: employee, kind: "private_certificate", reason: "handles_money" },
      ...{ seen_on: daysFromNow(seen), completed: true },
    })
  }
  await post("/admin/privacy/sweeps")
}

const findOldNumbers = async (demo: RunningDemo, post: Post): Promise<void> => {
  const old = await registerCustomer(demo, "gammel@kunde.example")
  const note = '{"note": "Ringede om cpr 211062-5009"}'
  await sql(demo, `UPDATE customer SET metadata = '${note}' WHERE id = '${old.id}'`)
  await post("/admin/privacy/findings/scan")
}

/** A shop in its second week: sales of every kind, requests, a breach, erasures and duties of staff. */
export const fill = async (demo: RunningDemo): Promise<Contents> => {
  const token = await adminToken(demo)
  const post: Post = (path, body = {}) => call(demo, path, { token, body })
  await post("/admin/dk/invoice-series", { prefix: "F-", first_number: 4_711 })
  const customer = await registerCustomer(demo, "karen@kunde.example")
  await captureAndInvoice(demo, await placeOrder(demo, customer))
  const orderId = await sell(demo)
  const staff = await inviteStaff(demo, "kundeservice@butik.example")
  await giveRole(demo, staff.email, "customer_service")
  const request = await ask(demo, customer.id)
  await openedCase(demo, "Øvelse: tabt bærbar", 30, true)
  const breach = await openedCase(demo, "Liste over kunder på nettet", 20)
  await erase(demo)
  await recordDuties(post, customer.id)
  await findOldNumbers(demo, post)
  return {
    ids: { "/privacy/requests": request, "/privacy/breaches": breach },
    customerId: customer.id,
    orderId,
  }
}
