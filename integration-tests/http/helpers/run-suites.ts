import { readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startTestNets } from "./nets"
import { seedTestStore } from "./store"
import { createSuite } from "./suite"
import type { Suite } from "./suite"

type SuiteFolder = {
  /** Folder beside the spec files whose files each declare one suite. */
  folder: string
  /** Which of its files; all by default. Spec files run side by side, so a folder's work can be shared out. */
  only?: RegExp
  /** What `SUITE=` starts with when it means files of this folder. */
  prefix?: string
  /** Makes the folder that holds the store's configuration; the repository's own store by default. */
  makeStore?: () => string
}

const declareSuites = (suite: Suite, paths: readonly string[]): void => {
  for (const path of paths) {
    // The files must run inside the runner's describe block, so they cannot be imported above.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
    const declare = require(path) as { default: (suite: Suite) => void }
    // What a file sets up is its own.
    describe(basename(path, ".ts"), () => {
      declare.default(suite)
    })
  }
}

/**
 * Boots a store once and runs all suites of a folder against it. `SUITE=buyer` runs those whose file name, with the
 * prefix, starts so; when none does, the store is not started.
 */
export const runSuites = ({ folder, only = /./, prefix = "", makeStore }: SuiteFolder): void => {
  const wanted = process.env.SUITE ?? ""
  const directory = join(__dirname, "..", folder)
  const files = readdirSync(directory).filter(
    (file) => only.test(file) && `${prefix}${file}`.startsWith(wanted)
  )
  if (files.length === 0) {
    it.skip(`SUITE=${wanted} names no suite of ${folder} ${only.source}`, () => undefined)
    return
  }
  medusaIntegrationTestRunner({
    inApp: true,
    ...(makeStore && { medusaConfigFile: makeStore() }),
    testSuite: (context) => {
      const suite = createSuite(context)
      const nets = startTestNets()

      beforeAll(async () => {
        // A job that runs in the middle of a test changes what it counts; tests call the jobs that they are about.
        await new WorkflowScheduler().clear()
        await seedTestStore(suite.container())
      })

      afterAll(async () => {
        await (await nets).stop()
      })

      declareSuites(
        suite,
        files.map((file) => join(directory, file))
      )
    },
  })
}
