import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dueReminder } from "../../modules/subject-request/domain/clock"
import type { Reminder } from "../../modules/subject-request/domain/clock"
import { reminderTexts } from "../../modules/subject-request/domain/reminder-texts"
import { listOpenClocks, noteLimits } from "../../modules/subject-request/open-clocks"
import type { OpenClock } from "../../modules/subject-request/open-clocks"
import { copenhagenDay } from "../../rules"
import { errorName } from "../../shared/errors"
import { mailOnce } from "../../shared/mail-once"
import { shippedLocale } from "../../shared/options"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { postgres } from "../../shared/postgres"
import { noteForStaff } from "../../shared/staff-feed"
import { subjectRequestSettings } from "./settings"

/** One way failing must not silence the other. */
const attempt = async (
  container: MedusaContainer,
  id: string,
  work: () => Promise<unknown>
): Promise<void> => {
  try {
    await work()
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-subject-request: a reminder of ${id} waits (${errorName(error)})`)
  }
}

const remindOf = async (
  container: MedusaContainer,
  { id, clock, is_planned }: OpenClock,
  reminder: Reminder
): Promise<void> => {
  const { controller, locales, remindByMail } = subjectRequestSettings(container)
  const { title, text } = reminderTexts(shippedLocale(locales), {
    ...{ id, kind: reminder.kind, clock, is_planned },
  })
  // Once for each limit: one that was moved is reminded of again.
  const key = `dk-subject-request:${id}:${clock.strict}:${reminder.kind}`
  await attempt(container, id, () => noteForStaff(container, [{ key: `${key}:feed`, title, text }]))
  if (!remindByMail || !(await hasNotificationProvider(postgres(container), "email"))) return
  await attempt(container, id, () =>
    mailOnce(container, `${key}:mail`, {
      to: controller.email,
      template: "dk-subject-request-reminder",
      data: { request_id: id, strict_on: clock.strict, legal_on: clock.legal, kind: reminder.kind },
      content: { subject: title, text },
      trigger_type: "dk_subject_request.limit_near",
      resource_id: id,
      resource_type: "dk_subject_request",
    })
  )
}

/**
 * Reminds staff of requests whose limit, or the day on which the rest of a planned one is over, is 7, 3 or 1 working days away
 * or past, once each: in Admin's feed, and by mail to the shop when its options say so. Can be run again at any time.
 */
export const remindOfLimits = async (
  container: MedusaContainer,
  now = new Date()
): Promise<void> => {
  const { controller } = subjectRequestSettings(container)
  const today = copenhagenDay(now)
  const connection = postgres(container)
  const clocks = await listOpenClocks(connection, controller.id, now)
  await noteLimits(
    connection,
    clocks.filter((open) => open.is_paused)
  )
  for (const open of clocks) {
    const reminder = dueReminder(open, today)
    if (reminder) await remindOf(container, open, reminder)
  }
}
