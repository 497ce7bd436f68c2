import type { DoctorFacts } from "./facts"
import { findingsOf } from "./finding"
import type { Finding } from "./finding"

/** The job beats every five minutes; one beat may be lost. */
const LONGEST_SILENCE_S = 15 * 60

export const checkStaff = ({
  isProduction,
  staff: { users, unlimited, seeEveryone, isRbacOn },
}: DoctorFacts): Finding[] => {
  const { ok, warning, worse } = findingsOf("staff")
  if (isRbacOn) return [ok("rbac_on")]
  const rbac = ok("rbac_off")
  if (unlimited === 0) return [ok("staff", { count: users }), rbac]
  if (users === 1) return [warning("staff_alone"), rbac]
  const code = seeEveryone === 1 ? "staff_unlimited_one" : "staff_unlimited"
  return [worse(isProduction, code, { count: seeEveryone }), rbac]
}

export const checkWorker = ({
  isProduction,
  worker: { mode, secondsSinceBeat },
}: DoctorFacts): Finding[] => {
  const { ok, problem, worse } = findingsOf("worker")
  if (secondsSinceBeat === null) return [worse(isProduction, "worker_never", { mode })]
  const minutes = Math.floor(secondsSinceBeat / 60)
  return [
    secondsSinceBeat > LONGEST_SILENCE_S
      ? problem("worker_silent", { minutes, mode })
      : ok("worker", { minutes }),
  ]
}

export const checkEmail = ({ isProduction, email: { providers } }: DoctorFacts): Finding[] => {
  const { ok, worse } = findingsOf("email")
  return [providers > 0 ? ok("email") : worse(isProduction, "email_missing")]
}

/** A Danish sale without a rate is invoiced as exempt from VAT, as few shops are. */
export const checkVat = ({ vat: { sellsInDenmark, hasDanishRate } }: DoctorFacts): Finding[] => {
  const { ok, warning } = findingsOf("vat")
  if (!sellsInDenmark) return [ok("vat_elsewhere")]
  return [hasDanishRate ? ok("vat") : warning("vat_missing")]
}

export const checkEngines = ({ isProduction, engines }: DoctorFacts): Finding[] => {
  const { ok, warning } = findingsOf("engines")
  const kept = engines.filter(({ isInMemory }) => isInMemory)
  if (kept.length === 0) return [ok("engines")]
  if (!isProduction) return [ok("engines_in_development")]
  return kept.map(({ name }) => warning(`${name}_in_memory`))
}
