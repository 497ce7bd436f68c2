import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestNumbersResponse } from "../../../../types/http"

type State = { color: "red" | "orange" | "blue"; text: string }

/** What asks for attention among the requests: limits, and letters that have not left. */
export const useRequestStates = (data: AdminSubjectRequestNumbersResponse | undefined): State[] => {
  const { t } = useTranslation("dkRequests")
  if (!data) return []
  const { due, overdue, letters_by_hand: byHand, letters_waiting: waiting } = data
  const states: (State & { count: number })[] = [
    { color: "red", text: t("overview.overdue", { count: overdue }), count: overdue },
    { color: "orange", text: t("overview.due", { count: due }), count: due },
    { color: "blue", text: t("overview.byHand", { count: byHand }), count: byHand },
    {
      ...{ color: "orange", text: t("overview.waiting", { count: waiting }) },
      count: data.has_mail_provider ? 0 : waiting,
    },
  ]
  return states.filter(({ count }) => count > 0)
}
