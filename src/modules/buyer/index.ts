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
export type { BuyerFindingRow, BuyerOwner, BuyerPlaceRow } from "./service"
export type { BuyerModuleService }

export default Module(BUYER_MODULE, { service: BuyerModuleService })
