import { Module } from "@medusajs/framework/utils"
import "./personal-data"
import BuyerModuleService from "./service"

export const BUYER_MODULE = "dk_buyer"

export { findAddressProblems } from "./domain/billing-address"
export type { BillingAddress } from "./domain/billing-address"
export type { Buyer } from "./domain/buyer"
export type { BuyerFields, BuyerProblem } from "./domain/buyer-fields"
export { findBuyerProblems, parseBuyer, parseBuyerPlace } from "./domain/parse-buyer"
export type { BuyerPlaceFields } from "./domain/parse-buyer"
export { approveCredit, readCredit, revokeCredit } from "./credit"
export type { BuyerCreditRow } from "./credit"
export { decideOnAccount } from "./domain/on-account"
export type { OnAccountCredit, OnAccountRefusal } from "./domain/on-account"
export { readBuyer } from "./read-buyer"
export type { BuyerOwner } from "./read-buyer"
export type { BuyerFindingRow, BuyerPlaceRow } from "./service"
export type { BuyerModuleService }

export default Module(BUYER_MODULE, { service: BuyerModuleService })
