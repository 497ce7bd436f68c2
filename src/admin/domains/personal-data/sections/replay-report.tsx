import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminReplayReport } from "../../../../types/http"
import { formatList } from "../../../shared/format"
import { useCountTexts } from "../hooks/use-count-texts"

type ReplayReportProps = { report: AdminReplayReport; isPreview?: boolean }

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0)

/** Why some wait, in words, with how many each time. */
const useReasons = () => {
  const { t } = useTranslation("dkReplays")
  return (reasons: Record<string, number>): string[] =>
    Object.entries(reasons).map(([reason, count]) => {
      const [kind = "", word = ""] = reason.split(":")
      const known = kind === "veto" ? "veto" : reason
      return t(`reason.${known}`, {
        count,
        word: (word || reason).replaceAll("_", " "),
        defaultValue: t("reason.other", { count, word: reason.replaceAll("_", " ") }),
      })
    })
}

/** Lines that are not believed, and people who therefore may not be found. */
const Doubts = ({ report }: { report: AdminReplayReport }) => {
  const { t } = useTranslation("dkReplays")
  const { lines, unreadable_digests: unreadable, failed, called_off: calledOff } = report
  const gone = Object.keys({ ...lines.unknown_keys, ...unreadable })
  const others = Object.keys(lines.other_installations)
  const texts = [
    ...(lines.damaged > 0 ? [t("doubt.damaged", { count: lines.damaged })] : []),
    ...(lines.forged > 0 ? [t("doubt.forged", { count: lines.forged })] : []),
    ...(gone.length > 0
      ? [
          t("doubt.unknownKey", {
            count: sum(lines.unknown_keys) + sum(unreadable),
            keys: gone.join(", "),
          }),
        ]
      : []),
    ...(others.length > 0
      ? [
          t("doubt.otherInstallation", {
            count: sum(lines.other_installations),
            ids: others.join(", "),
          }),
        ]
      : []),
    ...(failed.length > 0 ? [t("doubt.failed", { count: failed.length })] : []),
    ...(calledOff.length > 0 ? [t("doubt.calledOff", { count: calledOff.length })] : []),
    ...(report.is_whole ? [] : [t("doubt.notWhole")]),
  ]
  if (texts.length === 0) return null
  return (
    <Alert variant="warning" data-testid="dk-replay-doubts">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Alert>
  )
}

/** What a replay does, or did: how many are back, what goes, what waits and why. */
export const ReplayReport = ({ report, isPreview = false }: ReplayReportProps) => {
  const { t, i18n } = useTranslation("dkReplays")
  const countTexts = useCountTexts()
  const reasons = useReasons()
  const { erasures, unknown, taken_up: back, done, waiting } = report
  const rows = formatList(countTexts(report.rows), i18n.language)
  return (
    <div className="flex flex-col gap-y-3" data-testid="dk-replay-report">
      <div className="txt-small text-ui-fg-subtle flex flex-col gap-y-1">
        <p>{t("onList", { count: erasures, unknown })}</p>
        <p className="text-ui-fg-base font-medium">
          {back === 0 ? t("nobody") : t(isPreview ? "wouldGo" : "back", { count: back })}
        </p>
        {!isPreview && done > 0 && <p>{t("done", { count: done })}</p>}
        {isPreview && rows !== "" && <p>{t("rowsToGo", { rows })}</p>}
        {waiting > 0 && (
          <p>
            {t("waiting", {
              count: waiting,
              reasons: formatList(reasons(report.reasons), i18n.language),
            })}
          </p>
        )}
      </div>
      <Doubts report={report} />
    </div>
  )
}
