export { dropOldAccessEvents, listAccessEvents } from "./access-events"
export { giveRole, listRoles } from "./roles"
export { examineStore } from "./doctor/examine"
export { noteHeartbeat } from "./heartbeat"
