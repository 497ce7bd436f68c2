import "./personal-data"
import { Module } from "@medusajs/framework/utils"
import sayMissingOptions from "./loaders/say-missing-options"
import AccessModuleService from "./service"

export { guardInput } from "./guard-input"
export { isOperatorEmail, isOperatorUser, isPlatformRbacOn } from "./actor"
export { POLICIES } from "./domain/policies"
export { ROLES, isRole, roleMay } from "./domain/roles"
export type { Permission, Role } from "./domain/roles"
export { guardRoute } from "./guard-route"
export type { AccessSettings } from "./options"
export type { AccessModuleService }
export { narrowOrders } from "./narrow-orders"
export { requirePermission } from "./require-permission"
export { areStoreOrdersOpen } from "./store-orders"
export { carriesPeople, watchResponse } from "./watch-response"

export const ACCESS_MODULE = "dk_access"

export default Module(ACCESS_MODULE, {
  service: AccessModuleService,
  loaders: [sayMissingOptions],
})
