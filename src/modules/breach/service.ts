import { MedusaService } from "@medusajs/framework/utils"
import Breach from "./models/breach"
import BreachEvent from "./models/event"
import BreachNotice from "./models/notice"
import BreachPerson from "./models/person"
import BreachTip from "./models/tip"
import { parseBreachOptions } from "./options"
import type { BreachSettings } from "./options"

/** Keeps the register of breaches. The work is done by the workflows. */
class BreachModuleService extends MedusaService({
  Breach,
  BreachEvent,
  BreachTip,
  BreachPerson,
  BreachNotice,
}) {
  readonly settings: BreachSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseBreachOptions(options)
  }
}

export default BreachModuleService
