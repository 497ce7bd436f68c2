import { makeStoreDirectory } from "../everything/store-directory"
import { runSuites } from "./helpers/run-suites"

jest.setTimeout(600_000)

// Suites that need every optional module; `SUITE=everything-life` runs one of them.
runSuites({ folder: "everything", prefix: "everything-", makeStore: makeStoreDirectory })
