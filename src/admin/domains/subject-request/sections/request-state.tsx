import { StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequest, AdminSubjectRequestState } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { dayOf } from "../../personal-data/hold-state"
import { limitOf } from "../limit"

type Colour = ComponentProps<typeof StatusBadge>["color"]

const COLOURS: Readonly<Record<AdminSubjectRequestState, Colour>> = {
  received: "blue",
  identity_check: "orange",
  in_progress: "blue",
  planned: "purple",
  completed: "green",
  partly_completed: "green",
  refused: "grey",
  withdrawn: "grey",
}

/** Where a request stands. */
export const RequestBadge = ({ request: { state } }: { request: AdminSubjectRequest }) => {
  const { t } = useTranslation("dkRequests")
  return <StatusBadge color={COLOURS[state]}>{t(`state.${state}`)}</StatusBadge>
}

/** By when it is to be answered and how many days that is; when it ended, once it has. */
export const RequestLimit = ({ request }: { request: AdminSubjectRequest }) => {
  const { t, i18n } = useTranslation("dkRequests")
  const limit = limitOf(request, dayOf(new Date()))
  if (limit === null) {
    return request.ended_at === null ? null : (
      <Text size="small" className="text-ui-fg-subtle">
        {t("ended", { moment: formatMoment(request.ended_at, i18n.language) })}
      </Text>
    )
  }
  return (
    <div className="flex flex-col items-start gap-y-1">
      <StatusBadge color={limit.key === "overdue" ? "red" : limit.days <= 7 ? "orange" : "grey"}>
        {t(limit.key, { count: limit.days })}
      </StatusBadge>
      <Text size="small" className="text-ui-fg-subtle">
        {t("answerBy", { day: formatDay(request.strict_on, i18n.language) })}
      </Text>
    </div>
  )
}
