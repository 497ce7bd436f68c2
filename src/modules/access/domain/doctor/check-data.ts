import type { DoctorFacts } from "./facts"
import { findingsOf } from "./finding"
import type { Finding } from "./finding"

/** From here on finding one person without the helper indexes takes seconds. */
const LARGE_STORE = 50_000

export const checkDatabase = ({
  isProduction,
  database: { isEncrypted, isLocal, isCertificateChecked },
}: DoctorFacts): Finding[] => {
  const { ok, warning, worse } = findingsOf("database")
  if (isLocal) return [ok("database_local")]
  if (!isEncrypted) return [worse(isProduction, "database_plain")]
  return [isCertificateChecked ? ok("database") : warning("database_unverified")]
}

export const checkEvidence = ({ unguarded }: DoctorFacts): Finding[] => {
  const { ok, problem } = findingsOf("evidence")
  return unguarded.length === 0
    ? [ok("evidence")]
    : [problem("evidence_unguarded", { tables: unguarded.join(", ") })]
}

export const checkFiles = ({
  isProduction,
  files: { isPrivateServed, orderExports, overdueExports },
}: DoctorFacts): Finding[] => {
  const { ok, problem, worse } = findingsOf("files")
  const served = isPrivateServed
    ? [
        orderExports > 0
          ? problem("exports_served", { count: orderExports })
          : worse(isProduction, "files_served"),
      ]
    : []
  const overdue = overdueExports > 0 ? [problem("exports_overdue", { count: overdueExports })] : []
  const found = [...served, ...overdue]
  return found.length === 0 ? [ok("files", { count: orderExports })] : found
}

export const checkIndexes = ({ indexes: { lacking, orders } }: DoctorFacts): Finding[] => {
  const { ok, warning } = findingsOf("indexes")
  if (lacking === 0) return [ok("indexes")]
  return [
    orders >= LARGE_STORE
      ? warning("indexes_lacking", { count: lacking })
      : ok("indexes_not_needed", { count: lacking }),
  ]
}
