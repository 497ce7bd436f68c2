import { runSuites } from "./helpers/run-suites"

jest.setTimeout(300_000)

runSuites({ folder: "suites", only: /^personal-data-e/ })
