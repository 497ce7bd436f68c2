import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { actOnBreach, findUnreported, holdBreach, readBreach } from "../../modules/breach/breaches"
import type { KnownBreach } from "../../modules/breach/breaches"
import { hoursAt, isSameMoment, remindersOf } from "../../modules/breach/domain/clock"
import { breachReminder } from "../../modules/breach/domain/reminder-texts"
import { errorName } from "../../shared/errors"
import { mailOnce } from "../../shared/mail-once"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import { noteForStaff } from "../../shared/staff-feed"
import { breachSettings } from "./settings"

/** The latest reminder that has come and was not given; what was missed before it says nothing more. */
const dueOf = ({ folded, row }: KnownBreach, hours: number, now: Date) => {
  if (!row.must_report || row.aware_at === null) return null
  const latest = remindersOf(row.aware_at, hours)
    .filter(({ at }) => at <= now)
    .at(-1)
  return latest === undefined || folded.reminded.includes(latest.kind) ? null : latest
}

/** The line that said last when the shop became certain; what it was before is reminded of no more. */
const clockLineOf = ({ timeline }: KnownBreach): number => {
  let known: { position: number; awareAt: string | null } = { position: 0, awareAt: null }
  for (const { position, event } of timeline) {
    if (event.type !== "described") continue
    const awareAt = event.facts.aware_at
    if (!isSameMoment(known.awareAt, awareAt)) known = { position, awareAt }
  }
  return known.position
}

type Mail = { id: string; title: string; text: string }

const mailShop = async (
  container: MedusaContainer,
  key: string,
  { id, title, text }: Mail
): Promise<void> => {
  const { controller, remindByMail } = breachSettings(container)
  if (!remindByMail || !(await hasNotificationProvider(postgres(container), "email"))) return
  await mailOnce(container, key, {
    to: controller.email,
    template: "dk-breach-reminder",
    data: { breach_id: id },
    content: { subject: title, text },
    ...{ trigger_type: "dk_breach.limit_near", resource_id: id, resource_type: "dk_breach" },
  })
}

const remindOf = async (container: MedusaContainer, id: string, now: Date): Promise<void> => {
  const connection = postgres(container)
  const { clock, locales } = breachSettings(container)
  const known = await readBreach(connection, id)
  const { row, folded } = known
  if (row.aware_at === null || row.deadline_at === null || folded.facts === null) return
  const due = dueOf(known, hoursAt(clock, row.aware_at), now)
  if (due === null) return
  const note = breachReminder(
    { facts: folded.facts, deadlineAt: row.deadline_at, now, isDrill: row.is_drill },
    shippedLocale(locales)
  )
  // The note is the same whoever writes it, so it comes before the line that says it was given.
  const key = `dk-breach:${id}:${row.aware_at.toISOString()}:${clockLineOf(known).toString()}:${due.kind}`
  const ways = await Promise.allSettled([
    noteForStaff(container, [{ key: `${key}:feed`, ...note }]),
    mailShop(container, `${key}:mail`, { id, ...note }),
  ])
  // One way failing does not silence the other, and is tried again.
  for (const way of ways) if (way.status === "rejected") throw way.reason
  await connection.transaction(async (transaction) => {
    const { folded: held } = await holdBreach(transaction, id)
    if (held.reminded.includes(due.kind)) return
    const event = { type: "reminded", kind: due.kind } as const
    await actOnBreach(transaction, { id, clock }, { event, actor: "system", now })
  })
}

/**
 * Reminds staff that the authority has not been told, 24, 48 and 66 hours after awareness and when it is too late, once
 * each: in Admin's feed, and by mail to the shop when its options say so; for the job. One that fails stops no other.
 */
export const remindOfBreaches = async (
  container: MedusaContainer,
  now = new Date()
): Promise<void> => {
  const { controller } = breachSettings(container)
  for (const id of await findUnreported(postgres(container), controller.id)) {
    try {
      await remindOf(container, id, now)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-breach: a reminder of ${id} waits (${errorName(error)})`)
    }
  }
}
