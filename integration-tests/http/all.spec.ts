import { readdirSync } from "node:fs"
import { join } from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startTestNets } from "./helpers/nets"
import { seedTestStore } from "./helpers/store"
import { createSuite } from "./helpers/suite"
import type { Suite } from "./helpers/suite"

jest.setTimeout(300_000)

/** `SUITE=buyer` runs the suites whose file name starts so. */
const wanted = process.env.SUITE ?? ""
const suites = readdirSync(join(__dirname, "suites")).filter((file) => file.startsWith(wanted))

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: (context) => {
    const suite = createSuite(context)

    const nets = startTestNets()

    beforeAll(async () => {
      await seedTestStore(suite.container())
    })

    afterAll(async () => {
      await (await nets).stop()
    })

    for (const file of suites) {
      // The files must run inside the runner's describe block, so they cannot be imported above.
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
      const declare = require(join(__dirname, "suites", file)) as {
        default: (suite: Suite) => void
      }
      declare.default(suite)
    }
  },
})
