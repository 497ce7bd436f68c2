import type { ExecArgs } from "@medusajs/framework/types"
import type { AdminDoctorReport } from "../../../types/http"
import { examineStore } from "../../../workflows/access"

const WORDS = {
  da: {
    ok: "ok",
    warning: "advarsel",
    problem: "PROBLEM",
    live: "Vurderet som en åben butik (NODE_ENV=production).",
    development: "Vurderet som en udviklers butik. Kør det med NODE_ENV=production på serveren.",
  },
  en: {
    ok: "ok",
    warning: "warning",
    problem: "PROBLEM",
    live: "Judged as a store that is open (NODE_ENV=production).",
    development: "Judged as a developer's store. Run it with NODE_ENV=production on the server.",
  },
} as const

const COLUMN = 10

const linesOf = ({ findings, is_production: isLive }: AdminDoctorReport, locale: "da" | "en") => {
  const words = WORDS[locale]
  return [
    isLive ? words.live : words.development,
    ...findings.flatMap(({ state, says, todo }) => [
      `${words[state].padEnd(COLUMN)}${says}`,
      ...(todo === null ? [] : [`${" ".repeat(COLUMN)}→ ${todo}`]),
    ]),
  ]
}

/**
 * `npx medusa-plugin-denmark doctor [--locale da|en] [--json]`: how the store is set up and run, and what to do about it.
 * Ends with exit code 1 when there is a problem. Options arrive as words without dashes.
 */
const doctor = async ({ container, args }: ExecArgs): Promise<void> => {
  const locale = args.some(
    (word, index) => word === "locale=da" || (word === "da" && args[index - 1] === "locale")
  )
    ? "da"
    : "en"
  const report = await examineStore(container, locale)
  process.stdout.write(
    args.includes("json")
      ? `${JSON.stringify(report, null, 2)}\n`
      : `${linesOf(report, locale).join("\n")}\n`
  )
  process.exitCode = report.state === "problem" ? 1 : 0
}

export default doctor
