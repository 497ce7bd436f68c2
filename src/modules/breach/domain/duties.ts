import { breachDeadline } from "../../../rules"
import type { BreachRisk, NoticeExemption } from "./kinds"

export type Duties = {
  /** Every breach is documented, also one that nobody is told of (GDPR Art. 33(5)). */
  register: true
  notifyAuthority: boolean
  /** One by one. */
  notifyPeople: boolean
  /** All at once, because finding each would be out of proportion (Art. 34(3)(c)). */
  publicNotice: boolean
}

/** What an assessment makes a duty (GDPR Art. 33(1), 34(1) and 34(3)). */
export const dutiesOf = (risk: BreachRisk, exemption: NoticeExemption | null): Duties => ({
  register: true,
  notifyAuthority: risk !== "unlikely",
  notifyPeople: risk === "high" && exemption === null,
  publicNotice: risk === "high" && exemption === "disproportionate",
})

type Reported = {
  awareAt: Date
  /** When the authority was told, each phase, in any order. */
  reportedAt: readonly Date[]
  now: Date
  hours: number
}

/**
 * Whether the authority was told too late, or has not been although it is too late: then reasons are owed (GDPR Art. 33(1)).
 * The first phase counts, however little it said (Art. 33(4)); the last second of the limit is in time.
 */
export const isLate = ({ awareAt, reportedAt, now, hours }: Reported): boolean => {
  const limit = Date.parse(breachDeadline(awareAt, { hours }))
  const told = reportedAt.length > 0 ? reportedAt : [now]
  return Math.min(...told.map((at) => at.getTime())) > limit
}
