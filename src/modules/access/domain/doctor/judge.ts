import { checkDatabase, checkEvidence, checkFiles, checkIndexes } from "./check-data"
import { checkEmail, checkEngines, checkStaff, checkVat, checkWorker } from "./check-running"
import { checkCookies, checkHttps, checkSecrets } from "./check-web"
import type { DoctorFacts } from "./facts"
import { STATES } from "./finding"
import type { Finding, FindingState } from "./finding"

const CHECKS = [
  checkHttps,
  checkCookies,
  checkSecrets,
  checkDatabase,
  checkEvidence,
  checkFiles,
  checkStaff,
  checkWorker,
  checkEmail,
  checkVat,
  checkEngines,
  checkIndexes,
]

/** All findings; every check has at least one. */
export const judge = (facts: DoctorFacts): Finding[] => CHECKS.flatMap((check) => check(facts))

/** The worst of the findings. */
export const worstOf = (findings: readonly Finding[]): FindingState =>
  [...STATES].reverse().find((state) => findings.some((finding) => finding.state === state)) ?? "ok"
