import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { chromiumPath, openBrowser } from "./browser"
import { freePort } from "./postgres"

/** What the demo writes when it is ready. */
export type DemoDescription = {
  url: string
  admin: { email: string; password: string }
  publishable_key: string
  region_id: string
  storefront_url: string
  nets_url: string
  third_party_url: string
}

export type RunningDemo = DemoDescription & {
  /** The environment it was started with. */
  env: Record<string, string>
  /** Ids of its processes, the first one included. */
  processes: () => number[]
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  interrupt: () => Promise<number | null>
  /** Milliseconds from the command to "Ready". */
  startedIn: number
}

const root = join(__dirname, "..", "..")
/**
 * Kept between runs, so that the dashboard is built and the tables are made only when they change; one for each of
 * the processes that run tests side by side.
 */
const DIRECTORY = join(root, ".demo", `e2e-${process.env.JEST_WORKER_ID ?? "1"}`)

/** The dashboard is the same for all of them. */
const DASHBOARDS = join(root, ".demo", "dashboards")

/** Environment of a demo that has a provider of e-mail, which writes mails to a folder. */
export const WITH_MAILS = { DEMO_MAILS: join(DIRECTORY, "mails") }

/** The shell's environment without what the test runner put into it. */
const cleanEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(NODE_ENV|NODE_OPTIONS|JEST_|TEST_TYPE|DATABASE_URL)/.test(name)
        ? []
        : [[name, value]]
    )
  )

const demoEnv = async (): Promise<Record<string, string>> => ({
  ...cleanEnv(),
  DEMO_DIR: DIRECTORY,
  DEMO_DASHBOARDS: DASHBOARDS,
  DEMO_MAILS: "",
  PASSWORD_LOG_N: "4",
  PORT: String(await freePort()),
  STOREFRONT_PORT: String(await freePort()),
  NETS_PORT: String(await freePort()),
  POSTGRES_PORT: String(await freePort()),
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A zombie answers too; it is gone as far as a user can tell.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid.toString()}/status`, "utf8"))
  } catch {
    return false
  }
}

const parentOf = (pid: string): number => {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
  } catch {
    return 0
  }
}

const descendants = (pid: number): number[] => {
  const pairs = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const below = (parent: number): number[] =>
    pairs.filter((pair) => pair.parent === parent).flatMap((pair) => [pair.pid, ...below(pair.pid)])
  return [pid, ...below(pid)]
}

export type DemoRun = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

/** Runs the command of `npm run demo`. */
export const runDemo = (env: Record<string, string>): DemoRun => {
  const said: string[] = []
  const child = spawn(process.execPath, ["scripts/demo.mjs"], { cwd: root, env, detached: true })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => said.push(chunk.toString()))
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      resolve(code)
    })
  })
  return { child, output: () => said.join(""), ended }
}

/** Starts the demo on free ports and waits until it says it is ready. */
const startDemo = async (changes: Record<string, string> = {}): Promise<RunningDemo> => {
  const env = { ...(await demoEnv()), ...changes }
  const begun = Date.now()
  const { child, output, ended } = runDemo(env)
  let code: number | null | undefined
  void ended.then((value) => {
    code = value
  })
  while (!output().includes("Ready.")) {
    if (code !== undefined) throw new Error(`The demo ended:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const startedIn = Date.now() - begun
  const pid = child.pid ?? 0
  const file = readFileSync(join(env.DEMO_DIR ?? DIRECTORY, "demo.json"), "utf8")
  return {
    ...(JSON.parse(file) as DemoDescription),
    env,
    startedIn,
    processes: () => descendants(pid),
    interrupt: () => {
      // As a terminal does: the signal goes to the whole group.
      if (code === undefined) process.kill(-pid, "SIGINT")
      return ended
    },
  }
}

/** A demo store that runs, and a browser to visit it. There from the first `beforeAll` on. */
export type Stage = () => { demo: RunningDemo; browser: Browser }

/** Nothing may be left of it: no process, and no word of where it was. */
const stopDemo = async (demo: RunningDemo): Promise<void> => {
  const processes = demo.processes()
  expect(await demo.interrupt()).toBe(0)
  // A process of the database may end a moment after the one that started it.
  for (let left = 50; left > 0 && processes.some(isAlive); left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(processes.filter(isAlive)).toEqual([])
  expect(existsSync(join(demo.env.DEMO_DIR ?? DIRECTORY, "demo.json"))).toBe(false)
}

/**
 * Declares journeys through one demo store, which is started before them and stopped after them. A start takes half a minute:
 * suites that can live with the same store share one. Left out on a machine without Chromium.
 *
 * A browser, a store and a database share two processors: a step that came too late once gets a second try. So does a fault that
 * shows now and then: `npm test` names every test that needed it.
 *
 * @param changes environment of the demo, e.g. `DK_INVOICE_MODE`
 */
export const onDemo = (
  name: string,
  suites: readonly ((stage: Stage) => void)[],
  changes: Record<string, string> = {}
): void => {
  jest.retryTimes(1, { logErrorsBeforeRetry: true })
  if (chromiumPath === undefined) console.log(`Left out: ${name}, Chromium is not there.`)
  const declare = chromiumPath === undefined ? describe.skip : describe
  declare(name, () => {
    let demo: RunningDemo | undefined
    let browser: Browser | undefined

    beforeAll(async () => {
      demo = await startDemo(changes)
      browser = await openBrowser()
    }, 300_000)

    afterAll(async () => {
      await browser?.close()
      if (demo) await stopDemo(demo)
    }, 60_000)

    for (const suite of suites) {
      describe("", () => {
        suite(() => {
          if (!demo || !browser) throw new Error("The demo has not been started")
          return { demo, browser }
        })

        // A page that is left open goes on asking the store.
        afterAll(async () => {
          await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
        })
      })
    }
  })
}
