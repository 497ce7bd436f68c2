import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreachReportResponse } from "../../../../types/http"
import { saveFile } from "../../../shared/save-file"

type ReportButtonsProps = { report: AdminBreachReportResponse["report"]; breachId: string }

/** Takes the report out of the dashboard: as text or as JSON. */
export const ReportButtons = ({ report, breachId }: ReportButtonsProps) => {
  const { t } = useTranslation("dkBreachCase")
  const json = JSON.stringify(report.json, null, 2)
  const copy = async (text: string) => {
    try {
      // Throws as well where a page without https has no clipboard.
      await navigator.clipboard.writeText(text)
      toast.success(t("report.copied"))
    } catch {
      toast.error(t("report.notCopied"))
    }
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-breach-report-copy"
        onClick={() => void copy(report.text)}
      >
        {t("report.copy")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-breach-report-copy-json"
        onClick={() => void copy(json)}
      >
        {t("report.copyJson")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-breach-report-json"
        onClick={() => {
          saveFile(new Blob([json], { type: "application/json" }), `${breachId}.json`)
        }}
      >
        {t("report.json")}
      </Button>
    </div>
  )
}
