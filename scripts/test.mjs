/**
 * Runs everything that says whether the project is sound, in the order of the fastest answer first and on two
 * processors, and ends with one line: `N passed, N failed`. Installs nothing: tests whose program is absent
 * are left out and named.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import numbersInTheLog from "./lib/numbers-in-log.js"

const { numbersInLog, typedNumbers } = numbersInTheLog
const reports = mkdtempSync(join(tmpdir(), "dk-reports-"))
const bin = (name) => join("node_modules", ".bin", name)

const jest = (kind, ...flags) => ({
  name: `${kind} tests`,
  command: bin("jest"),
  args: ["--json", `--outputFile=${join(reports, kind)}`, ...flags],
  env: { TEST_TYPE: kind, NODE_OPTIONS: "--experimental-vm-modules" },
  report: join(reports, kind),
})

const check = (name, program, ...args) => ({ name, command: bin(program), args })

/** One after another; the lanes of a phase run side by side. */
const phases = [
  [
    [check("lint", "eslint", ".", "--max-warnings", "0")],
    [
      check("format", "prettier", "--check", "--log-level", "warn", "."),
      check("types", "tsc", "-p", "tsconfig.check.json"),
      check("types of the admin", "tsc", "-p", "src/admin/tsconfig.json"),
      check(
        "import directions",
        "depcruise",
        "src",
        "emulator",
        "--config",
        ".dependency-cruiser.cjs"
      ),
      check("unused code", "knip", "--no-config-hints"),
    ],
  ],
  [
    [
      jest("unit", "--maxWorkers=2"),
      { name: "build", command: "npm", args: ["run", "--silent", "build"] },
      {
        name: "the store with and without the plugin",
        command: process.execPath,
        args: ["-r", "ts-node/register", "benchmarks/whole.ts", "small"],
      },
      jest("http", "--maxWorkers=2"),
      jest("machines", "--runInBand"),
      jest("e2e", "--maxWorkers=2"),
    ],
  ],
]

const found = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Everything that was said, which is searched for numbers that must not be logged. */
const log = []

/** What a command says is kept together, so that lanes do not speak across each other; one alone is heard at once. */
const run = ({ command, args, env }, isAlone) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    })
    const hear = (part) => {
      said.push(part)
      if (isAlone) process.stdout.write(part)
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    const end = (succeeded) => {
      log.push(Buffer.concat(said).toString("utf8"))
      resolve({ succeeded, said: isAlone ? "" : Buffer.concat(said) })
    }
    child.on("error", () => end(false))
    child.on("close", (code) => end(code === 0))
  })

/** What failed by name, said again at the end, where a long log still shows it. */
const failures = []

const noteFailures = ({ testResults }) => {
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === "failed")
    for (const { fullName, failureMessages, retryReasons = [] } of failed) {
      failures.push([fullName, ...retryReasons, ...failureMessages].join("\n"))
    }
    if (message && failed.length === 0) failures.push(`${name}\n${message}`)
  }
}

const SLOWEST_SHOWN = 15

/** Where the time of a stage goes: to be looked at before it grows. */
const slowestOf = ({ testResults }) =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0))
    .slice(0, SLOWEST_SHOWN)
    .map(({ fullName, duration }) => `   ${((duration ?? 0) / 1000).toFixed(1)} s  ${fullName}`)

/** Tests that passed after they had failed once: each is a fault of the test or of the product that has not been found yet. */
const secondTriesOf = ({ testResults }) =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, invocations }) => status === "passed" && invocations > 1)
    .map(({ fullName, retryReasons = [] }) =>
      [`── passed at the second try: ${fullName}`, ...retryReasons].join("\n")
    )

const counts = (stage, succeeded) => {
  if (!stage.report || !existsSync(stage.report)) {
    if (!succeeded) failures.push(stage.name)
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  }
  const report = JSON.parse(readFileSync(stage.report, "utf8"))
  noteFailures(report)
  console.log(
    [`\n── slowest ${stage.name}`, ...slowestOf(report), ...secondTriesOf(report)].join("\n")
  )
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    failed: failed || succeeded ? failed : 1,
    skipped: report.numPendingTests,
  }
}

const total = { passed: 0, failed: 0, skipped: 0 }

const runLane = async (stages, isAlone) => {
  for (const stage of stages) {
    const started = Date.now()
    console.log(`\n── ${stage.name}`)
    const { succeeded, said } = await run(stage, isAlone)
    process.stdout.write(said)
    const result = counts(stage, succeeded)
    for (const key of Object.keys(total)) total[key] += result[key]
    const seconds = Math.round((Date.now() - started) / 1000)
    console.log(`── ${stage.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`)
  }
}

for (const lanes of phases) {
  await Promise.all(lanes.map((stages) => runLane(stages, lanes.length === 1)))
}
rmSync(reports, { recursive: true, force: true })

/** CPR numbers and card numbers that the tests type in are in no log and no error. */
const searchLog = async () => {
  const rules = await import("../dist/rules/index.mjs")
  const numbers = typedNumbers(join("integration-tests", "vectors"), rules)
  const logged = numbersInLog(log.join("\n"), numbers)
  console.log(
    `\n── numbers in the log: ${logged.length} of ${numbers.length} that the tests type in`
  )
  total[logged.length > 0 ? "failed" : "passed"] += 1
}
if (existsSync(join("dist", "rules", "index.mjs"))) await searchLog()

if (failures.length > 0) {
  const shown = failures.map((failure) => failure.slice(0, 1_500))
  console.log(`\n── failed\n${shown.join("\n\n")}`)
}
if (!found("chromium")) {
  console.log("\nLeft out: browser journeys, because the program `chromium` is not installed.")
}
if (!found("redis-server")) {
  console.log("\nLeft out: several machines, because the program `redis-server` is not installed.")
}
if (total.skipped > 0) console.log(`Left out: ${total.skipped} tests; each says why above.`)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)
