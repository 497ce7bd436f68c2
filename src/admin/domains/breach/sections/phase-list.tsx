import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreachEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { textIn } from "../event-data"

const Phase = ({ phase }: { phase: AdminBreachEvent }) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const isFinal = phase.data.is_final === true
  const reasons = textIn(phase, "delay_reasons")
  return (
    <li className="flex flex-col items-start gap-y-1 py-2" data-testid="dk-breach-phase-row">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small">{formatMoment(textIn(phase, "reported_at"), i18n.language)}</Text>
        <StatusBadge color={isFinal ? "green" : "orange"}>
          {isFinal ? t("report.final") : t("report.partial")}
        </StatusBadge>
      </div>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {t("report.receipt", { receipt: textIn(phase, "receipt") })}
      </Text>
      {reasons !== "" && (
        <Text size="small" className="whitespace-pre-wrap break-words">
          {t("report.late", { reasons })}
        </Text>
      )}
    </li>
  )
}

/** What the authority has been sent, each time. */
export const PhaseList = ({ phases }: { phases: AdminBreachEvent[] }) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <div className="px-6 py-4">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t("report.phases")}
      </Text>
      {phases.length === 0 ? (
        <Text size="small" className="mt-1">
          {t("report.noPhases")}
        </Text>
      ) : (
        <ul>
          {phases.map((phase) => (
            <Phase key={phase.id} phase={phase} />
          ))}
        </ul>
      )}
    </div>
  )
}
