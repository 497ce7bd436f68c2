import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminReplay } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useStaffName } from "../hooks/use-staff-name"
import { ReplayReport } from "./replay-report"

const COLOURS = { running: "blue", done: "green", failed: "red" } as const

type RowProps = { replay: AdminReplay }

const Origin = ({ replay }: RowProps) => {
  const { t, i18n } = useTranslation("dkReplays")
  const name = useStaffName(replay.started_by)
  return (
    <>
      <Text size="small">{formatMoment(replay.started_at, i18n.language)}</Text>
      <Text size="small" className="text-ui-fg-subtle">
        {replay.started_by === null ? t("byCommand") : (name ?? t("byStaff"))}
      </Text>
    </>
  )
}

const failure = ({ error }: AdminReplay): string =>
  error === "ledger_unreachable" ? "failed.ledger_unreachable" : "failed.other"

const Row = ({ replay }: RowProps) => {
  const { t } = useTranslation("dkReplays")
  const { status, report } = replay
  return (
    <Table.Row className="align-top" data-testid="dk-replay-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[560px] flex-col items-start gap-y-2 whitespace-normal">
          <StatusBadge color={COLOURS[status]}>{t(`status.${status}`)}</StatusBadge>
          {report && <ReplayReport report={report} />}
          {status === "failed" && (
            <Text size="small">{t(failure(replay), { word: replay.error ?? "" })}</Text>
          )}
          <div className="md:hidden">
            <Origin replay={replay} />
          </div>
          {report && report.taken_up > 0 && (
            <Button size="small" variant="transparent" asChild>
              <Link to="/privacy/erasures" data-testid="dk-replay-erasures">
                {t("seeErasures")}
              </Link>
            </Button>
          )}
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[30%] py-4 md:table-cell">
        <Origin replay={replay} />
      </Table.Cell>
    </Table.Row>
  )
}

/** Each replay with what it did. */
export const ReplayRows = ({ replays }: { replays: AdminReplay[] }) => {
  const { t } = useTranslation("dkReplays")
  return (
    <ListTable
      columns={[
        { key: "result", label: t("result") },
        { key: "started", label: t("started"), isWide: true },
      ]}
    >
      {replays.map((replay) => (
        <Row key={replay.id} replay={replay} />
      ))}
    </ListTable>
  )
}
