import type { MedusaContainer } from "@medusajs/framework/types"
import type AccessModuleService from "./service"

/** True when the option `access.storeOrders` leaves orders to whoever knows their id, as Medusa has it. */
export const areStoreOrdersOpen = (container: MedusaContainer): boolean =>
  container.resolve<AccessModuleService>("dk_access").settings.storeOrders === "open"
