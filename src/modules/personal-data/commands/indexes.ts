import type { ContainerLike } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { postgres } from "../../../shared/postgres"
import { createHelperIndexes, readHelperIndexes } from "../engine/helper-indexes"

/**
 * `npx medusa-plugin-denmark indexes`: tells which helper indexes are missing and what each saves. With `--create`
 * it makes them (CREATE INDEX CONCURRENTLY): the store goes on, each takes seconds at a million orders.
 */
const indexes = async ({
  container,
  args,
}: {
  container: ContainerLike
  args: string[]
}): Promise<void> => {
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  const connection = postgres(container)
  const lacking = async () =>
    (await readHelperIndexes(connection)).filter(({ state }) => state !== "present")
  const before = await lacking()
  if (before.length === 0) {
    logger.info("All helper indexes are there.")
    return
  }
  if (!args.includes("--create")) {
    for (const { index, state } of before) {
      logger.info(`${index.name} on ${index.table} is ${state.replace("_", " ")}: ${index.saves}.`)
    }
    logger.info(`${before.length} helper indexes are lacking. Run it with --create to make them.`)
    return
  }
  let made = 0
  await createHelperIndexes(connection, ({ name, table }) => {
    made += 1
    logger.info(`Making ${name} on ${table} …`)
  })
  const left = await lacking()
  logger.info(
    left.length === 0
      ? `Made ${made} helper indexes.`
      : `Still lacking: ${left.map(({ index }) => index.name).join(", ")}.`
  )
}

export default indexes
