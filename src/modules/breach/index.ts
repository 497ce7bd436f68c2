import { Module } from "@medusajs/framework/utils"
import "./personal-data"
import BreachModuleService from "./service"

export type { BreachModuleService }

export const BREACH_MODULE = "dk_breach"

export default Module(BREACH_MODULE, { service: BreachModuleService })
