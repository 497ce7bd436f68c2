import { useTranslation } from "react-i18next"
import { dayOf } from "../../personal-data/hold-state"
import { isReviewOverdue } from "../recipients"
import { useRecipients, useRecipientTasks } from "./use-recipients"

/** What asks for attention: agreements to look at again, and recipients that never confirmed. */
export const useRecipientStates = (): { color: "red" | "orange"; text: string }[] => {
  const { t } = useTranslation("dkRecipients")
  const today = dayOf(new Date())
  const reviews = (useRecipients().data?.recipients ?? []).filter((recipient) =>
    isReviewOverdue(recipient, today)
  ).length
  const escalated = useRecipientTasks({ state: "escalated", limit: 1, offset: 0 }).data?.count ?? 0
  return [
    ...(escalated > 0
      ? [{ color: "red" as const, text: t("overview.escalated", { count: escalated }) }]
      : []),
    ...(reviews > 0
      ? [{ color: "orange" as const, text: t("overview.reviews", { count: reviews }) }]
      : []),
  ]
}
