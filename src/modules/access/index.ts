import { Module } from "@medusajs/framework/utils"
import sayMissingOptions from "./loaders/say-missing-options"
import AccessModuleService from "./service"

export { guardInput } from "./guard-input"
export { isOperatorEmail, isOperatorUser, requirePermission } from "./require-permission"
export type { Permission } from "./require-permission"

export const ACCESS_MODULE = "dk_access"

export default Module(ACCESS_MODULE, {
  service: AccessModuleService,
  loaders: [sayMissingOptions],
})
