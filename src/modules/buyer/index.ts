import { Module } from "@medusajs/framework/utils"
import BuyerModuleService from "./service"

export const BUYER_MODULE = "dk_buyer"

export default Module(BUYER_MODULE, { service: BuyerModuleService })
