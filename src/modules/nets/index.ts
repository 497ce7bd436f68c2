import { Module } from "@medusajs/framework/utils"
import { NETS_MODULE, WEBHOOK_PURPOSE } from "./key"
import checkWiring from "./loaders/check-wiring"
import NetsModuleService from "./service"
import "./personal-data"

export { NETS_MODULE, WEBHOOK_PURPOSE }
export type { NetsModuleService }

export default Module(NETS_MODULE, { service: NetsModuleService, loaders: [checkWiring] })
