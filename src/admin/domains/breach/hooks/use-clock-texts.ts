import type { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { formatList, formatMoment } from "../../../shared/format"
import { clockOf, formatWeekday, isNear } from "../clock"
import type { Clock, Span } from "../clock"
import { useNow } from "./use-now"

type Colour = ComponentProps<typeof StatusBadge>["color"]

const colourOf = (clock: Clock): Colour => {
  if (clock.key === "overdue") return "red"
  if (clock.key === "left") return isNear(clock.span) ? "red" : "orange"
  return clock.key === "reported" ? "green" : "grey"
}

const useSpan = (): ((span: Span) => string) => {
  const { t } = useTranslation("dkBreaches")
  return ({ unit, count }) => t(`clock.${unit}`, { count })
}

/** The clock in a badge: what is left, what is over, or that it does not run. */
export const useClockBadge = (): ((clock: Clock) => { color: Colour; text: string }) => {
  const { t } = useTranslation("dkBreaches")
  const spanText = useSpan()
  return (clock) => {
    const span = "span" in clock ? spanText(clock.span) : ""
    return { color: colourOf(clock), text: t(`clock.badge.${clock.key}`, { span }) }
  }
}

/** What the head of a case says about the limit, sentence by sentence. */
export const useClockSentences = (breach: AdminBreachDetail): string[] => {
  const { t, i18n } = useTranslation("dkBreaches")
  const spanText = useSpan()
  const now = useNow()
  const clock = clockOf(breach, now)
  const { missing_in_report: missing, is_ruled_out: isNone } = breach
  const lacking =
    missing.length === 0
      ? [t("clock.complete")]
      : [
          t("clock.missing", {
            fields: missing.map((field) => t(`missing.${field}`)).join(", "),
          }),
        ]
  if (clock.key === "closed") {
    return [t("clock.closed", { moment: formatMoment(clock.at, i18n.language) })]
  }
  if (isNone) return [t("clock.none")]
  if (clock.key === "reported") {
    const reported = t("clock.reported", { moment: formatMoment(clock.at, i18n.language) })
    const owed = breach.open_duties.includes("not_reported")
    return owed ? [reported, t("clock.restOwed"), ...lacking] : [reported]
  }
  if (clock.key === "notNeeded") return [t("clock.notNeeded")]
  if (clock.key === "unknown") return [t("clock.unknown")]
  const values = { at: formatWeekday(clock.at, i18n.language, now), span: spanText(clock.span) }
  const rest = missing.length === 0 ? [] : [t("clock.reportNow")]
  return clock.key === "left"
    ? [t("clock.left", values), t("clock.weekend"), ...lacking, ...rest]
    : [t("clock.overdue", values), t("clock.reasons"), ...lacking, ...rest]
}

/** The names of open duties as one text. */
export const useDuties = (): ((duties: readonly string[]) => string) => {
  const { t, i18n } = useTranslation("dkBreaches")
  return (duties) =>
    formatList(
      duties.map((duty) => t(`duty.${duty}`)),
      i18n.language
    )
}
