/**
 * Runs everything that says whether the project is sound, in the order of the fastest answer first,
 * and ends with one line: `N passed, N failed`. Installs nothing: tests whose program is absent are
 * left out and named.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"

const reports = mkdtempSync(join(tmpdir(), "dk-reports-"))
const bin = (name) => join("node_modules", ".bin", name)

const jest = (kind, ...flags) => ({
  name: `${kind} tests`,
  command: bin("jest"),
  args: ["--json", `--outputFile=${join(reports, kind)}`, ...flags],
  env: { TEST_TYPE: kind, NODE_OPTIONS: "--experimental-vm-modules" },
  report: join(reports, kind),
})

const stages = [
  { name: "format", command: bin("prettier"), args: ["--check", "--log-level", "warn", "."] },
  { name: "types", command: bin("tsc"), args: ["-p", "tsconfig.check.json"] },
  { name: "types of the admin", command: bin("tsc"), args: ["-p", "src/admin/tsconfig.json"] },
  { name: "lint", command: bin("eslint"), args: [".", "--max-warnings", "0"] },
  {
    name: "import directions",
    command: bin("depcruise"),
    args: ["src", "emulator", "--config", ".dependency-cruiser.cjs"],
  },
  { name: "unused code", command: bin("knip"), args: ["--no-config-hints"] },
  jest("unit"),
  { name: "build", command: "npm", args: ["run", "--silent", "build"] },
  jest("http", "--runInBand"),
  jest("e2e", "--runInBand"),
]

const found = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)))

const run = ({ command, args, env }) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: "inherit",
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    })
    child.on("error", () => resolve(false))
    child.on("exit", (code) => resolve(code === 0))
  })

const counts = (stage, succeeded) => {
  if (!stage.report || !existsSync(stage.report)) {
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  }
  const report = JSON.parse(readFileSync(stage.report, "utf8"))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    failed: failed || succeeded ? failed : 1,
    skipped: report.numPendingTests,
  }
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const stage of stages) {
  const started = Date.now()
  console.log(`\n── ${stage.name}`)
  const result = counts(stage, await run(stage))
  for (const key of Object.keys(total)) total[key] += result[key]
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`── ${stage.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`)
}
rmSync(reports, { recursive: true, force: true })

if (!found("chromium")) {
  console.log("\nLeft out: browser journeys, because the program `chromium` is not installed.")
}
if (total.skipped > 0) console.log(`Left out: ${total.skipped} tests; each says why above.`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)
