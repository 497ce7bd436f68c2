import type { LoaderOptions, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { missingOptionsText } from "../../../shared/options"
import { parseAccessOptions } from "../options"

/** Says in the log, once at start, which options development does without; production does not start so. */
const sayMissingOptions = async ({ container, options }: LoaderOptions): Promise<void> => {
  const { missing, operators } = parseAccessOptions(options)
  const lacking = operators.length > 0 ? missing : [...missing, "access.operators"]
  if (lacking.length > 0) {
    const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    logger.warn(missingOptionsText(lacking))
  }
  return Promise.resolve()
}

export default sayMissingOptions
