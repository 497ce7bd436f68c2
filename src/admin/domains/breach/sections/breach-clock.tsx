import { Badge, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreach } from "../../../../types/http"
import { clockOf } from "../clock"
import { useClockBadge } from "../hooks/use-clock-texts"
import { useNow } from "../hooks/use-now"

/** What is left of the time to tell the authority, or where the case stands. */
export const ClockBadge = ({ breach }: { breach: AdminBreach }) => {
  const { color, text } = useClockBadge()(clockOf(breach, useNow()))
  return <StatusBadge color={color}>{text}</StatusBadge>
}

/** That it is a drill; nothing for a breach. */
export const DrillBadge = ({ breach }: { breach: AdminBreach }) => {
  const { t } = useTranslation("dkBreaches")
  if (!breach.is_drill) return null
  return (
    <Badge size="2xsmall" color="purple" data-testid="dk-breach-drill">
      {t("drill")}
    </Badge>
  )
}
