import { spawnSync } from "node:child_process"
import { join } from "node:path"
import copenhagen from "../integration-tests/vectors/copenhagen-day.json"
import extension from "../integration-tests/vectors/deadline-extension.json"
import deadlines from "../integration-tests/vectors/deadlines.json"

const ROOT = join(__dirname, "..")

/** Every vector of `deadlines`, `deadline-extension` and `copenhagen-day`, in the suites that hold the code against them. */
const SUITES = ["src/rules/rules.test.ts", "src/modules/subject-request/domain/clock.test.ts"]
const ABOUT = "^(answerDeadlines|copenhagenDay|breachDeadline|the clock of a request) "

const VECTORS = [copenhagen, extension, deadlines].reduce((sum, { cases }) => sum + cases.length, 0)

type Report = { numPassedTests: number; numFailedTests: number }

/** A process takes its time zone when it starts, so each has one of its own. */
const runIn = (timeZone: string): Report => {
  const jest = join(ROOT, "node_modules/jest/bin/jest.js")
  const { stdout } = spawnSync(
    process.execPath,
    [jest, "--json", "--runInBand", "--testNamePattern", ABOUT, ...SUITES],
    { cwd: ROOT, env: { ...process.env, TZ: timeZone, TEST_TYPE: "unit" }, encoding: "utf8" }
  )
  return JSON.parse(stdout) as Report
}

const offsetIn = (timeZone: string): string =>
  spawnSync(process.execPath, ["-p", "new Date(1767225600000).getTimezoneOffset()"], {
    env: { ...process.env, TZ: timeZone },
    encoding: "utf8",
  }).stdout.trim()

describe("days and deadlines", () => {
  it.each([
    ["UTC", "0"],
    ["America/Los_Angeles", "480"],
    ["Pacific/Auckland", "-780"],
  ])("are the same on a server in %s", (timeZone, offset) => {
    expect(offsetIn(timeZone)).toBe(offset)
    const { numPassedTests: passed, numFailedTests: failed } = runIn(timeZone)
    expect(failed).toBe(0)
    expect(passed).toBeGreaterThanOrEqual(VECTORS)
  })
})
