import type { ExecArgs } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../../shared/postgres"
import { ifUnlocked } from "../../../shared/session-locks"
import { SCAN_LOCK, readScan, scanNumbers } from "../engine/scan-numbers"
import type AccessModuleService from "../service"

/**
 * `npx medusa-plugin-denmark scan-numbers`: looks for CPR and card numbers in everything stored, going on where the last
 * scan stopped, to the end. Prints how many findings are open per table and column, never a value. Ends with exit code 1
 * when there are any, and when another scan is running.
 */
const scan = async ({ container }: ExecArgs): Promise<void> => {
  const connection = postgres(container)
  const { secrets } = container.resolve<AccessModuleService>("dk_access").settings
  const hasRun = await ifUnlocked(connection, SCAN_LOCK, () =>
    scanNumbers(connection, { limit: Infinity, secrets, now: new Date() })
  )
  const done = await readScan(connection)
  const open = await selectRows<{ place: string; kind: string; count: number }>(
    connection,
    `SELECT table_name || '.' || column_name AS place, kind, count(*)::int AS count FROM dk_access_finding
      WHERE state = 'open' GROUP BY 1, 2 ORDER BY 1, 2`
  )
  const lines = [
    hasRun ? `rows read: ${(done?.rows ?? 0).toString()}` : "another scan is running",
    ...open.map(({ place, kind, count }) => `  ${place}: ${count.toString()} (${kind})`),
  ]
  process.stdout.write(`${lines.join("\n")}\n`)
  process.exitCode = hasRun && open.length === 0 ? 0 : 1
}

export default scan
