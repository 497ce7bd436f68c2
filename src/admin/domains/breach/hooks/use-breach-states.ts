import { useTranslation } from "react-i18next"
import type { AdminBreachNumbersResponse } from "../../../../types/http"
import { clockOf } from "../clock"
import { useClockBadge } from "./use-clock-texts"
import { useNow } from "./use-now"

/** What asks for attention: open breaches with the nearest limit, and what customers have told of. */
export const useBreachStates = (data: AdminBreachNumbersResponse | undefined) => {
  const { t } = useTranslation("dkBreaches")
  const badgeOf = useClockBadge()
  const now = useNow()
  if (!data) return []
  const { open, overdue, next_deadline_at: limit, new_reports: tips } = data
  const isAlone = overdue < 2
  return [
    ...(limit !== null && isAlone
      ? [
          badgeOf(
            clockOf(
              {
                ...{ state: "open", deadline_at: limit, must_report: true },
                ...{ first_reported_at: null, closed_at: null },
              },
              now
            )
          ),
        ]
      : []),
    ...(isAlone
      ? []
      : [{ color: "red" as const, text: t("overview.overdue", { count: overdue }) }]),
    ...(open > 0 ? [{ color: "orange" as const, text: t("overview.open", { count: open }) }] : []),
    ...(tips > 0 ? [{ color: "blue" as const, text: t("overview.tips", { count: tips }) }] : []),
  ]
}
