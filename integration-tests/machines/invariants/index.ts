import type { Facts } from "../facts"
import {
  nobodyIsHalfErased,
  noLiveOrderIsLost,
  nothingIsLeft,
  noUncoveredOrderIsErased,
} from "./erasure"
import {
  erasuresAreProved,
  exportsAreLogged,
  noticesAreProved,
  refundsAreCredited,
  salesAreInvoiced,
} from "./evidence"
import { moneyIsEqual, receivedIsBooked } from "./money"
import { documentsAreSealed, numbersAreGapless } from "./numbers"
import {
  mailsAreSentOnce,
  noticesAreEnded,
  salesAreInvoicedOnce,
  webhooksAreWorkedOff,
} from "./once"

/** What must be so when all has come to rest, whatever went wrong; each gives what broke, in words. */
export const INVARIANTS: Readonly<Record<string, (facts: Facts) => string[]>> = {
  moneyIsEqual,
  receivedIsBooked,
  numbersAreGapless,
  documentsAreSealed,
  noticesAreProved,
  salesAreInvoiced,
  refundsAreCredited,
  erasuresAreProved,
  exportsAreLogged,
  nothingIsLeft,
  nobodyIsHalfErased,
  noUncoveredOrderIsErased,
  noLiveOrderIsLost,
  salesAreInvoicedOnce,
  mailsAreSentOnce,
  noticesAreEnded,
  webhooksAreWorkedOff,
}

/** All that broke, by the name of the invariant. */
export const broken = (facts: Facts): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(INVARIANTS)
      .map(([name, check]): [string, string[]] => [name, check(facts)])
      .filter(([, problems]) => problems.length > 0)
  )
