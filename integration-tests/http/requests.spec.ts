import { runSuites } from "./helpers/run-suites"

jest.setTimeout(600_000)

runSuites({ folder: "suites", only: /^(breach-(?!servers)|subject-requests)/ })
