import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDay } from "../../../shared/format"

const isOver = (day: string): boolean =>
  day < new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date())

/** The last day to pay: red once it has passed. */
export const DueBadge = ({ due }: { due: string | null }) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  if (due === null)
    return (
      <StatusBadge color="orange" className="whitespace-nowrap">
        {t("unpaid")}
      </StatusBadge>
    )
  const day = formatDay(due, i18n.language)
  return isOver(due) ? (
    <StatusBadge color="red" className="whitespace-nowrap">
      {t("overdue", { day })}
    </StatusBadge>
  ) : (
    <StatusBadge color="orange" className="whitespace-nowrap">
      {t("dueOn", { day })}
    </StatusBadge>
  )
}
