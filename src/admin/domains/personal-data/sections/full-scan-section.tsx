import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminFullScan } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMoment } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useSayError } from "../../../shared/use-say-error"
import { useLatestScan, useStartScan } from "../hooks/use-full-scans"

const sizeOf = (bytes: number, language: string): string => {
  const megabytes = bytes / 1_000_000
  const format = new Intl.NumberFormat(language, {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: megabytes < 10 ? 1 : 0,
  })
  return format.format(Math.max(0.1, megabytes))
}

const LastScan = ({ scan, isDue }: { scan: AdminFullScan; isDue: boolean }) => {
  const { t, i18n } = useTranslation("dkFullScan")
  const { status, tables, columns, bytes, erasures, found, unread } = scan
  const isRunning = status === "running"
  const facts = {
    moment: formatMoment(scan.finished_at ?? scan.started_at, i18n.language),
    tables,
    columns,
    size: sizeOf(bytes, i18n.language),
  }
  const places = new Set(found.map(({ table, column }) => `${table}.${column}`)).size
  return (
    <div className="flex flex-col items-start gap-y-1 px-6 py-4" data-testid="dk-full-scan">
      <StatusBadge color={isRunning ? "blue" : "green"}>
        {t(isRunning ? "section.running" : "section.done")}
      </StatusBadge>
      <Text size="small">
        {isRunning ? t("section.runningText", facts) : t("section.doneText", facts)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("section.erasures", { count: erasures })}{" "}
        {!isRunning && places + unread.length === 0 && t("section.nothing")}
        {places > 0 && t("section.found", { count: places })}
      </Text>
      {unread.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("unread", { names: unread.join(", ") })}
        </Text>
      )}
      {isDue && !isRunning && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("section.due")}
        </Text>
      )}
    </div>
  )
}

/** The last search of the whole database, and the button that starts one. */
export const FullScanSection = () => {
  const { t } = useTranslation("dkFullScan")
  const query = useLatestScan()
  const start = useStartScan()
  const sayError = useSayError()
  const scan = query.data?.scans[0]
  return (
    <Section
      title={t("section.title")}
      text={t("section.text")}
      testId="dk-full-scan-section"
      actions={
        <Button
          size="small"
          variant="secondary"
          isLoading={start.isPending}
          disabled={query.data === undefined}
          data-testid="dk-full-scan-start"
          onClick={() => {
            start.mutate(undefined, {
              onSuccess: () => toast.success(t("section.started")),
              onError: sayError,
            })
          }}
        >
          {t("section.action")}
        </Button>
      }
    >
      <Reading query={query} lines={2} />
      {query.data && !scan && (
        <EmptyNotice title={t("section.none")} text={t("section.noneText")} />
      )}
      {query.data && scan && <LastScan scan={scan} isDue={query.data.is_due} />}
    </Section>
  )
}
