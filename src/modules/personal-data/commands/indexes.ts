import type { ContainerLike } from "@medusajs/framework"
import { postgres } from "../../../shared/postgres"
import { createHelperIndexes, readHelperIndexes } from "../engine/helper-indexes"

/** The answer of a command; the log of a store may be silent. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/**
 * `npx medusa-plugin-denmark indexes`: tells which helper indexes are missing and what each saves. With `--create`
 * it makes them (CREATE INDEX CONCURRENTLY): the store goes on, each takes seconds at a million orders.
 * The command hands options on as words without dashes.
 */
const indexes = async ({
  container,
  args,
}: {
  container: ContainerLike
  args: string[]
}): Promise<void> => {
  const connection = postgres(container)
  const lacking = async () =>
    (await readHelperIndexes(connection)).filter(({ state }) => state !== "present")
  const before = await lacking()
  if (before.length === 0) {
    say("All helper indexes are there.")
    return
  }
  if (!args.includes("create")) {
    for (const { index, state } of before) {
      say(`${index.name} on ${index.table} is ${state.replace("_", " ")}: ${index.saves}.`)
    }
    say(`${before.length} helper indexes are lacking. Run it with --create to make them.`)
    return
  }
  let made = 0
  await createHelperIndexes(connection, ({ name, table }) => {
    made += 1
    say(`Making ${name} on ${table} …`)
  })
  const left = await lacking()
  say(
    left.length === 0
      ? `Made ${made} helper indexes.`
      : `Still lacking: ${left.map(({ index }) => index.name).join(", ")}.`
  )
}

export default indexes
