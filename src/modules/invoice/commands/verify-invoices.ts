import type { ExecArgs } from "@medusajs/framework/types"
import { postgres } from "../../../shared/postgres"
import { verifyInvoices } from "../verify"

const WORDS = {
  number_missing: "is missing",
  chain_broken: "does not fit the number before it",
  content_changed: "was changed after it was sealed",
  document_missing: "was deleted before its term was over",
} as const

/**
 * `npx medusa-plugin-denmark verify-invoices`: reads every number of every series and names the first that is not as it
 * was sealed. Ends with exit code 1 when there is one. Its last digest, kept elsewhere, proves all that is before it.
 */
const verify = async ({ container }: ExecArgs): Promise<void> => {
  const reports = await verifyInvoices(postgres(container), new Date())
  const lines = reports.flatMap(({ kind, prefix, checked, released, first_break: found, head }) => [
    `${kind} series ${prefix}: ${checked.toString()} numbers, ${released.toString()} of them released`,
    found
      ? `  ${prefix}${found.number.toString()} ${WORDS[found.what]}`
      : `  as sealed, last digest ${head ?? "none"}`,
  ])
  process.stdout.write(`${lines.join("\n")}\n`)
  process.exitCode = reports.some(({ first_break: found }) => found !== null) ? 1 : 0
}

export default verify
