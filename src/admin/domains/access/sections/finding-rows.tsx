import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminFinding } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useStaffName } from "../../personal-data/hooks/use-staff-name"
import { FindingActions } from "./finding-actions"

const COLOURS = { open: "red", dismissed: "grey", resolved: "green" } as const

const SeeRow = ({ finding: { table, row_id: id } }: { finding: AdminFinding }) => {
  const { t } = useTranslation("dkAccessChecks")
  if (table !== "order" && table !== "customer") return null
  const label = table === "order" ? t("findings.seeOrder") : t("findings.seeCustomer")
  return (
    <Link
      to={`/${table}s/${id}`}
      className="text-ui-fg-base txt-small underline"
      data-testid="dk-finding-row-link"
    >
      {label}
    </Link>
  )
}

const Where = ({ finding }: { finding: AdminFinding }) => {
  const { t } = useTranslation("dkAccessChecks")
  const { table, column, path, row_id: id, state } = finding
  const isFixed = state !== "resolved" && !finding.can_be_masked
  return (
    <div className="txt-small flex flex-col items-start break-all">
      <span>{t("findings.place", { table, column })}</span>
      {path !== "" && <span>{t("findings.path", { path })}</span>}
      <span className="text-ui-fg-subtle">{t("findings.row", { id })}</span>
      <SeeRow finding={finding} />
      {isFixed && (
        <span className="text-ui-fg-subtle break-words">
          {finding.is_sealed ? t("findings.sealed") : t("findings.foreign")}
        </span>
      )}
    </div>
  )
}

const History = ({ finding }: { finding: AdminFinding }) => {
  const { t, i18n } = useTranslation("dkAccessChecks")
  const { changed_at: changedAt, changed_by: changedBy, state } = finding
  const name = useStaffName(changedBy)
  const isGone = state === "resolved" && changedBy === null
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("findings.found", { moment: formatMoment(finding.found_at, i18n.language) })}
      {isGone && `. ${t("findings.gone")}`}
      {changedAt !== null &&
        name !== undefined &&
        `. ${t("findings.changed", { moment: formatMoment(changedAt, i18n.language), name })}`}
    </Text>
  )
}

const Row = ({ finding }: { finding: AdminFinding }) => {
  const { t } = useTranslation("dkAccessChecks")
  return (
    <Table.Row className="align-top" data-testid="dk-finding-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <StatusBadge color={COLOURS[finding.state]}>
            {t(`findings.badge.${finding.state}`)}
          </StatusBadge>
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base">
              {t(`findings.kind.${finding.kind}`)}
              {finding.masked !== null && ` ${finding.masked}`}
            </Text>
            <History finding={finding} />
          </div>
          <div className="md:hidden">
            <Where finding={finding} />
          </div>
          <FindingActions finding={finding} />
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[45%] py-4 md:table-cell">
        <Where finding={finding} />
      </Table.Cell>
    </Table.Row>
  )
}

/** What was found and where it stands; never the number. */
export const FindingRows = ({ findings }: { findings: AdminFinding[] }) => {
  const { t } = useTranslation("dkAccessChecks")
  return (
    <ListTable
      columns={[
        { key: "what", label: t("findings.what") },
        { key: "where", label: t("findings.where"), isWide: true },
      ]}
    >
      {findings.map((finding) => (
        <Row key={finding.id} finding={finding} />
      ))}
    </ListTable>
  )
}
