import { Alert, Button, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSweep } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useSayError } from "../../../shared/use-say-error"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { useStaffName } from "../hooks/use-staff-name"
import { usePreviewSweep, useStartSweep, useSweeps } from "../hooks/use-sweeps"
import { ParkedSection } from "./parked-section"
import { SweepRules } from "./sweep-rules"

const COLOURS = { running: "blue", done: "green", stopped: "orange" } as const

const Row = ({ sweep }: { sweep: AdminSweep }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const { started_by: startedBy, started_at: startedAt, status } = sweep
  const name = useStaffName(startedBy)
  return (
    <Table.Row className="align-top" data-testid="dk-sweep-row">
      <Table.Cell className="py-4">
        <div className="flex flex-col items-start gap-y-2">
          <StatusBadge color={COLOURS[status]}>{t(`sweep.status.${status}`)}</StatusBadge>
          <Text size="small" className="text-ui-fg-subtle">
            {formatMoment(startedAt, i18n.language)},{" "}
            {startedBy === null
              ? t("sweep.byNight")
              : t("by", { name: name ?? t("sweep.byStaff") })}
          </Text>
          <SweepRules rules={sweep.rules} tense="did" />
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

const StartButton = ({ isRunning }: { isRunning: boolean }) => {
  const { t } = useTranslation("dkRetention")
  const { t: tShared } = useTranslation("dkShared")
  const start = useStartSweep()
  const prompt = usePrompt()
  const sayError = useSayError()
  const press = async () => {
    const isSure = await prompt({
      title: t("sweep.start"),
      description: t("sweep.startText"),
      confirmText: t("sweep.start"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (!isSure) return
    start.mutate(undefined, {
      onSuccess: () => toast.success(t("sweep.started")),
      onError: sayError,
    })
  }
  return (
    <Button
      size="small"
      isLoading={start.isPending}
      disabled={isRunning}
      data-testid="dk-sweep-start"
      onClick={() => void press()}
    >
      {t("sweep.start")}
    </Button>
  )
}

const Previewed = ({ preview }: { preview: ReturnType<typeof usePreviewSweep> }) => {
  const { t } = useTranslation("dkRetention")
  return (
    <>
      {preview.error && (
        <div className="px-6 py-4">
          <ErrorNotice error={preview.error} />
        </div>
      )}
      {preview.data && (
        <div className="px-6 py-4">
          <Alert variant="info" data-testid="dk-sweep-previewed">
            <p className="mb-2 font-medium">{t("sweep.previewed")}</p>
            <SweepRules rules={preview.data.rules} tense="would" />
            {!preview.data.is_whole && <p className="mt-2">{t("sweep.notWhole")}</p>}
            {preview.data.is_stopped && <p className="mt-2">{t("sweep.isStopped")}</p>}
          </Alert>
        </div>
      )}
    </>
  )
}

/** What goes each night, what went, and what could not go. */
export const SweepsPage = () => {
  const { t } = useTranslation("dkRetention")
  const list = useList()
  const query = useSweeps(list.page.range)
  const preview = usePreviewSweep()
  const isRunning = query.data?.sweeps.some(({ status }) => status === "running") ?? false
  return (
    <div className="flex flex-col gap-y-3">
      <ListSection
        level="h1"
        title={t("sweep.title")}
        text={t("sweep.text")}
        testId="dk-sweeps"
        actions={
          query.data && (
            <>
              <Button
                size="small"
                variant="secondary"
                isLoading={preview.isPending}
                data-testid="dk-sweep-preview"
                onClick={() => {
                  preview.mutate()
                }}
              >
                {t("sweep.preview")}
              </Button>
              <StartButton isRunning={isRunning} />
            </>
          )
        }
        list={list}
        query={query}
        empty={{ title: t("sweep.empty"), text: t("sweep.emptyText") }}
        above={<Previewed preview={preview} />}
      >
        {({ sweeps }) => (
          <ListTable columns={[{ key: "what", label: t("sweep.what") }]}>
            {sweeps.map((sweep) => (
              <Row key={sweep.id} sweep={sweep} />
            ))}
          </ListTable>
        )}
      </ListSection>
      <ParkedSection />
    </div>
  )
}
