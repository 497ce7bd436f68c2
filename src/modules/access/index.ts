import "./personal-data"
import { Module } from "@medusajs/framework/utils"
import sayMissingOptions from "./loaders/say-missing-options"
import AccessModuleService from "./service"

export { findMaskedField, findPersonKeys, maskAddresses } from "./domain/mask-addresses"
export { eraseDeliveredAddresses } from "./erase-delivered"
export { guardInput } from "./guard-input"
export { isOperatorUser, isPlatformRbacOn } from "./actor"
export { isOperatorEmail } from "./staff"
export { logHandedOut } from "./log-handed-out"
export { POLICIES } from "./domain/policies"
export { ROLES, isRole, roleMay } from "./domain/roles"
export type { Permission, Role } from "./domain/roles"
export { guardRoute } from "./guard-route"
export type { AccessSettings } from "./options"
export { narrowOrders } from "./narrow-orders"
export { hasPermission, requirePermission, requireRoutePermission } from "./require-permission"
export { areStoreOrdersOpen } from "./store-orders"
export { answerUnmasked, carriesPeople, watchResponse } from "./watch-response"
export {
  declareProtection,
  findProtected,
  liftProtection,
  liftProtectionOfOrder,
  readProtection,
  readProtectionOfOrder,
} from "./protection"
export { readAddressesOfCustomer, readAddressesOfOrder } from "./shown-addresses"

export { addDays, checkState } from "./domain/due-day"
export { dismissFinding, maskFinding } from "./engine/change-finding"
export { dropOldInputCounts, readInputCounts } from "./engine/count-inputs"
export type { FindingRow, FindingState } from "./engine/finding-rows"
export { SCAN_LOCK, readScan, scanNumbers } from "./engine/scan-numbers"
export type { ScanRow } from "./engine/scan-numbers"
export {
  createStaffCheck,
  deleteStaffCheck,
  dropLeftStaffChecks,
  listStaffChecks,
  readAsking,
  readStaffCheck,
  recordLeaving,
  seeAgain,
} from "./engine/staff-check-rows"
export type { NewStaffCheck, StaffCheckRow } from "./engine/staff-check-rows"

export type { AccessModuleService }

export const ACCESS_MODULE = "dk_access"

export default Module(ACCESS_MODULE, {
  service: AccessModuleService,
  loaders: [sayMissingOptions],
})
