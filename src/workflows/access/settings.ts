import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../modules/access"
import type { AccessModuleService } from "../../modules/access"

/** The access options of the running store. */
export const accessSettings = (container: MedusaContainer): AccessModuleService["settings"] =>
  container.resolve<AccessModuleService>(ACCESS_MODULE).settings
