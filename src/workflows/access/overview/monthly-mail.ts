import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { monthlyMail } from "../../../modules/access/domain/overview/monthly-mail"
import { copenhagenDay } from "../../../rules"
import { mailOnce } from "../../../shared/mail-once"
import { hasNotificationProvider } from "../../../shared/notification-provider"
import { shippedLocale } from "../../../shared/options"
import { postgres, selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { AdminOverview } from "../../../types/http"
import { accessSettings } from "../settings"
import { readOverview } from "./read-overview"

const TEMPLATE = "dk-overview-monthly"

/** The mail leaves from seven in the morning on the first; a store that was down sends it until the seventh. */
const MORNING_MS = 7 * 3_600_000
const LAST_DAY = 7

/** Outlives Medusa's note of the mail, which a short term may erase within the week. */
const SENT = "monthly-mail"

const isSent = async (connection: Knex, month: string): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    `SELECT 1 FROM dk_access_heartbeat WHERE id = ? AND to_char(updated_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM') >= ?`,
    [SENT, month]
  )
  return rows.length > 0
}

const noteSent = async (connection: Knex, now: Date): Promise<void> => {
  await selectRows(
    connection,
    `INSERT INTO dk_access_heartbeat (id, updated_at) VALUES (?, ?)
      ON CONFLICT (id) DO UPDATE SET updated_at = greatest(dk_access_heartbeat.updated_at, excluded.updated_at)`,
    [SENT, now]
  )
}

/** Where the overview stands; null when this server shows no Admin. */
const overviewUrl = (container: MedusaContainer): string | null => {
  const { admin } = container.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  if (admin.disable === true) return null
  return `${accessSettings(container).publicUrl.replace(/\/$/u, "")}${admin.path}/privacy`
}

const factsOf = ({ numbers, tasks, setup }: AdminOverview, month: string) => {
  const due = numbers.retention?.months.find((of) => of.month === month)?.counts ?? {}
  return {
    tasks: tasks.map(({ says }) => says),
    dueThisMonth: numbers.retention
      ? Object.values(due).reduce((sum, count) => sum + count, 0)
      : null,
    stoppedUntil: numbers.retention?.stopped_until ?? null,
    setupMissing: setup?.filter(({ state }) => state === "missing").length ?? null,
  }
}

/**
 * Mails the shop's own address how things stand, once a month: numbers only, and where the overview is. While an area cannot
 * be read it waits for the next run; on the last day it goes and names what could not be read. Decides from facts, so it may
 * run twice, at once and be killed; a mail that may have left is not sent again.
 */
export const mailMonthlyOverview = async (
  container: MedusaContainer,
  now = new Date()
): Promise<void> => {
  const connection = postgres(container)
  const settings = accessSettings(container)
  const { controller, locales, missing } = settings
  const day = copenhagenDay(new Date(now.getTime() - MORNING_MS))
  const month = day.slice(0, 7)
  if (!settings.monthlyMail || missing.includes("controller")) return
  const dayOfMonth = Number(day.slice(8))
  if (dayOfMonth > LAST_DAY || (await isSent(connection, month))) return
  if (!(await hasNotificationProvider(connection, "email"))) return
  const locale = shippedLocale(locales)
  const everything = { may: () => Promise.resolve(true), locale, isFresh: true }
  const overview = await readOverview(container, everything, now)
  if (overview.failed.length > 0 && dayOfMonth < LAST_DAY) return
  const failed = overview.failed.map(({ name }) => name)
  const facts = { ...factsOf(overview, month), failed, month, url: overviewUrl(container) }
  const status = await mailOnce(container, `${TEMPLATE}:${controller.id}:${month}`, {
    ...{ to: controller.email, template: TEMPLATE },
    data: {
      ...{ locale, shop: controller.name, month, url: facts.url },
      ...{ due_this_month: facts.dueThisMonth, erasing_stopped_until: facts.stoppedUntil },
      ...{ setup_missing: facts.setupMissing, failed: overview.failed.map(({ area }) => area) },
      tasks: overview.tasks.map(({ area, code, count, is_urgent }) => ({
        ...{ area, code, count, is_urgent },
      })),
    },
    content: monthlyMail({ shop: controller.name, ...facts }, locale),
    trigger_type: "dk_access.month_begun",
  })
  if (status !== "failure") await noteSent(connection, now)
}
