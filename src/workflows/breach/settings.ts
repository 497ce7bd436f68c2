import type { MedusaContainer } from "@medusajs/framework/types"
import { BREACH_MODULE } from "../../modules/breach"
import type { BreachModuleService } from "../../modules/breach"

export const breachSettings = (container: MedusaContainer) =>
  container.resolve<BreachModuleService>(BREACH_MODULE).settings
