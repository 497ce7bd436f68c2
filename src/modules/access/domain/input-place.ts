/** What happens with what must not be stored, by where it is sent. */
export type InputPlace = {
  /**
   * A CPR number is asked about until the person says that it is none, written as `211062-****`, or not looked for.
   */
  cpr: "ask" | "mask" | "pass"
  /** A card's number is refused, as its code is, or written as `****`; or neither is looked for. */
  cards: "refuse" | "mask" | "pass"
}

/** Between a payment and its order nothing may stand. */
const MONEY = /^\/(store\/carts\/[^/]+\/complete|admin\/payments|admin\/payment-collections)(\/|$)/

const BEFORE_PAYMENT = /^\/store\/(carts|customers)(\/|$)/

/** What is sent there is typed field by field: a number of an invoice is one, whatever its digits. */
const NUMBERS = /^\/admin\/orders\/[^/]+\/external-invoices(\/|$)/

const SESSIONS = /^\/store\/payment-collections(\/|$)/

/** What tells of a breach is never refused, whatever somebody pastes into it. */
const BREACH_REPORTS = /^\/store\/privacy\/breach-reports(\/|$)/

const ABOUT_PEOPLE =
  /^\/(store|admin\/(orders|draft-orders|returns|claims|exchanges|order-edits|customers|privacy|dk))(\/|$)/

/** The place of a request by its path. Catalogue and settings hold nobody's data: only cards are looked for there. */
export const inputPlaceOf = (path: string): InputPlace => {
  const route = path.toLowerCase()
  if (MONEY.test(route)) return { cpr: "pass", cards: "pass" }
  if (BEFORE_PAYMENT.test(route)) return { cpr: "ask", cards: "refuse" }
  if (BREACH_REPORTS.test(route)) return { cpr: "mask", cards: "mask" }
  if (SESSIONS.test(route) || NUMBERS.test(route)) return { cpr: "pass", cards: "refuse" }
  return { cpr: ABOUT_PEOPLE.test(route) ? "mask" : "pass", cards: "refuse" }
}
