import type { MedusaContainer } from "@medusajs/framework/types"
import { hasNotificationProvider } from "../../shared/notification-provider"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminSubjectRequestNumbersResponse } from "../../types/http"
import { listOpenClocks } from "../../modules/subject-request/open-clocks"
import { copenhagenDay } from "../../rules"
import { subjectRequestSettings } from "./settings"

const NEAR_DAYS = 7
const DAY_MS = 24 * 3600 * 1000

type Letters = Pick<AdminSubjectRequestNumbersResponse, "letters_by_hand" | "letters_waiting">

const earliest = (days: readonly string[]): string | null => [...days].sort().at(0) ?? null

/** What asks for attention: limits that are near or past, and letters that have not left. */
export const getNumbers = async (
  container: MedusaContainer,
  now = new Date()
): Promise<AdminSubjectRequestNumbersResponse> => {
  const connection = postgres(container)
  const { controller } = subjectRequestSettings(container)
  const clocks = await listOpenClocks(connection, controller.id, now)
  const today = copenhagenDay(now)
  const near = copenhagenDay(new Date(now.getTime() + NEAR_DAYS * DAY_MS))
  const [letters] = await selectRows<Letters>(
    connection,
    `SELECT count(*) FILTER (WHERE l.state = 'by_hand' OR (l.state = 'failed' AND l.done_at IS NOT NULL))::int AS letters_by_hand,
            count(*) FILTER (WHERE l.state IN ('waiting', 'failed') AND l.done_at IS NULL)::int AS letters_waiting
       FROM dk_subject_request_letter l JOIN dk_subject_request r ON r.id = l.request_id
      WHERE l.sent_at IS NULL AND l.deleted_at IS NULL AND r.controller_id = ?`,
    [controller.id]
  )
  const due = clocks.filter(({ clock }) => clock.legal >= today && clock.strict <= near)
  const overdue = clocks.filter(({ clock }) => clock.legal < today)
  return {
    ...{ due: due.length, overdue: overdue.length },
    next_due_on: earliest(due.map(({ clock }) => clock.strict)),
    overdue_since: earliest(overdue.map(({ clock }) => clock.legal)),
    letters_by_hand: letters?.letters_by_hand ?? 0,
    letters_waiting: letters?.letters_waiting ?? 0,
    has_mail_provider: await hasNotificationProvider(connection, "email"),
  }
}
