import { runSuites } from "./helpers/run-suites"

jest.setTimeout(600_000)

// Suites that start and kill a second server.
runSuites({ folder: "suites", only: /^(nets-(servers|storm)|(access|breach)-servers)/ })
