export { dropOldAccessEvents, listAccessEvents } from "./access-events"
export { giveRole, listRoles } from "./roles"
