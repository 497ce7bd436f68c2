import type { ContainerLike } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readList, readObject } from "../domain/read"
import { checkDependencies } from "../wiring"

const PROVIDER = /(^|\/)providers\/nets(\/index)?$/

const usesNets = (declaration: Record<string, unknown>): boolean =>
  readList(readObject(declaration.options).providers).some((entry) => {
    const { resolve } = readObject(entry)
    return typeof resolve === "string" && PROVIDER.test(resolve)
  })

/**
 * Stops the start when the payment module uses the Nets provider without passing it this module and `query`,
 * and says in the log when no account is configured.
 */
const checkWiring = async ({
  container,
  options,
}: {
  container: ContainerLike
  options?: unknown
}): Promise<void> => {
  const config = container.resolve<{ modules?: unknown }>(ContainerRegistrationKeys.CONFIG_MODULE)
  const declarations = Object.values(readObject(config.modules)).map(readObject).filter(usesNets)
  for (const { dependencies } of declarations) checkDependencies(readList(dependencies))
  const accounts = readObject(readObject(readObject(options).nets).accounts)
  if (declarations.length > 0 && Object.keys(accounts).length === 0) {
    const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    logger.warn("nets: no account is configured (nets.accounts), so Nets payments cannot start.")
  }
  return Promise.resolve()
}

export default checkWiring
