import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import type { BuyerFields } from "./buyer-fields"
import { findBuyerProblems } from "./parse-buyer"

/** What staff has approved for an account. */
export type OnAccountCredit = {
  /** Most that may be unpaid at once, in whole øre (DKK). */
  limit: number
  /** Days from issue to the last day of payment, 0 to 60 (directive 2011/7/EU, art. 3(5)). */
  terms_days: number
}

/** Why a purchase cannot be paid on invoice. Holds no values. */
export type OnAccountRefusal = {
  code:
    | "on_account_not_approved"
    | "credit_limit_exceeded"
    | "ean_missing"
    | "reference_missing"
    | "on_account_currency"
  message: string
}

type Purchase = {
  buyer: BuyerFields | null
  /** The approval of the account that is signed in; null for guests. */
  credit: OnAccountCredit | null
  /** ISO 4217 in any case. */
  currency: string
  /** What is to be paid, in whole minor units. */
  amount: number
  /** What the account owes on other orders, in whole øre. */
  open: number
}

/** Days of an authority are the store's own option; those of a company were agreed with it. */
export type OnAccountTerms = { terms_days: number | null }

const refuse = (code: OnAccountRefusal["code"], message: string) => fail({ code, message })

const decidePublic = (buyer: BuyerFields): Result<OnAccountTerms, OnAccountRefusal> => {
  const fields = findBuyerProblems(buyer).map(({ field }) => field)
  if (fields.includes("ean")) {
    return refuse("ean_missing", "An authority pays on invoice with a valid EAN number.")
  }
  if (fields.length > 0) {
    return refuse("reference_missing", "Write a person reference or an order reference.")
  }
  return ok({ terms_days: null })
}

const decideBusiness = ({
  credit,
  currency,
  amount,
  open,
}: Purchase): Result<OnAccountTerms, OnAccountRefusal> => {
  if (!credit) {
    return refuse("on_account_not_approved", "This account is not approved to pay on invoice.")
  }
  if (currency.toUpperCase() !== "DKK") {
    return refuse("on_account_currency", "The account is approved to pay on invoice in DKK only.")
  }
  return open + amount > credit.limit
    ? refuse("credit_limit_exceeded", "The purchase goes beyond what may be unpaid at once.")
    : ok({ terms_days: credit.terms_days })
}

/**
 * Whether a purchase can be paid on invoice: by an authority with a valid EAN and a reference, or by a company whose
 * account staff has approved, up to its limit.
 */
export const decideOnAccount = (purchase: Purchase): Result<OnAccountTerms, OnAccountRefusal> => {
  const { buyer } = purchase
  if (buyer?.type === "public") return decidePublic(buyer)
  if (buyer?.type === "business") return decideBusiness(purchase)
  return refuse(
    "on_account_not_approved",
    "Only authorities with an EAN number and approved companies pay on invoice."
  )
}
