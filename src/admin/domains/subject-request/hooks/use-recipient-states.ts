import { useTranslation } from "react-i18next"
import type { AdminOverviewNumbers } from "../../../../types/http"

/** What asks for attention: agreements to look at again, and recipients that never confirmed. */
export const useRecipientStates = (
  numbers: AdminOverviewNumbers["recipients"] | undefined
): { color: "red" | "orange"; text: string }[] => {
  const { t } = useTranslation("dkRecipients")
  const { escalated = 0, reviews = 0 } = numbers ?? {}
  return [
    ...(escalated > 0
      ? [{ color: "red" as const, text: t("overview.escalated", { count: escalated }) }]
      : []),
    ...(reviews > 0
      ? [{ color: "orange" as const, text: t("overview.reviews", { count: reviews }) }]
      : []),
  ]
}
