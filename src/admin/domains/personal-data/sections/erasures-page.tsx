import { Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminErasure } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { EraseDialog } from "../forms/erase-dialog"
import { useErasureList } from "../hooks/use-erasures"
import { ErasureActions } from "./erasure-actions"
import { ErasureBadge } from "./erasure-badge"
import { ErasureProofPart } from "./erasure-proof-part"
import { ErasureText } from "./erasure-text"
import { FullScanSection } from "./full-scan-section"

const FILTERS = [ANY, "proposed", "planned", "running", "done", "cancelled"] as const

const FindLink = () => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <Button size="small" variant="primary" asChild>
      <Link to="/privacy/find" data-testid="dk-find-link">
        {t("menu.find")}
      </Link>
    </Button>
  )
}

type RowProps = { erasure: AdminErasure; onErase: (customerId: string) => void }

/** Who asked for it and why, in one place; on a narrow screen it stands with the rest. */
const Origin = ({ erasure }: { erasure: AdminErasure }) => {
  const { t, i18n } = useTranslation("dkPrivacy")
  return (
    <>
      <Text size="small">{formatMoment(erasure.created_at, i18n.language)}</Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`erasures.source.${erasure.source}`)}
      </Text>
      {erasure.reason !== null && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("erasures.reason", { reason: erasure.reason })}
        </Text>
      )}
    </>
  )
}

const Row = ({ erasure, onErase }: RowProps) => {
  const { t } = useTranslation("dkPrivacy")
  const { customer_id: customerId, status } = erasure
  return (
    <Table.Row className="align-top" data-testid="dk-erasure-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <ErasureBadge erasure={erasure} />
          <div>
            <ErasureText erasure={erasure} />
          </div>
          <ErasureProofPart erasure={erasure} />
          <div className="md:hidden">
            <Origin erasure={erasure} />
          </div>
          <div className="flex flex-wrap gap-2">
            <ErasureActions erasure={erasure} />
            {status === "proposed" && customerId !== null && (
              <Button
                size="small"
                variant="danger"
                data-testid="dk-erasure-start"
                onClick={() => {
                  onErase(customerId)
                }}
              >
                {t("erasures.start")}
              </Button>
            )}
            {customerId !== null && status === "planned" && (
              <Button size="small" variant="transparent" asChild>
                <Link to={`/customers/${customerId}`}>{t("erasures.customer")}</Link>
              </Button>
            )}
          </div>
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[38%] py-4 md:table-cell">
        <Origin erasure={erasure} />
      </Table.Cell>
    </Table.Row>
  )
}

type RowsProps = { erasures: AdminErasure[]; onErase: (customerId: string) => void }

const Rows = ({ erasures, onErase }: RowsProps) => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <ListTable
      columns={[
        { key: "state", label: t("erasures.state") },
        { key: "started", label: t("erasures.started"), isWide: true },
      ]}
    >
      {erasures.map((erasure) => (
        <Row key={erasure.id} erasure={erasure} onErase={onErase} />
      ))}
    </ListTable>
  )
}

const ErasuresSection = () => {
  const { t } = useTranslation("dkPrivacy")
  const list = useList({ filters: { status: FILTERS } })
  const { status } = list.filter
  const [erasing, setErasing] = useState<string | null>(null)
  const query = useErasureList({ status: status === ANY ? null : status, ...list.page.range })
  return (
    <>
      <ListSection
        level="h1"
        title={t("menu.erasures")}
        text={t("erasures.text")}
        testId="dk-erasures"
        actions={<FindLink />}
        list={list}
        query={query}
        empty={{ title: t("erasures.empty"), text: t("erasures.emptyText") }}
        choices={[
          {
            name: "status",
            label: t("erasures.filterLabel"),
            options: FILTERS.map((value) => ({ value, label: t(`erasures.filter.${value}`) })),
          },
        ]}
      >
        {({ erasures }) => <Rows erasures={erasures} onErase={setErasing} />}
      </ListSection>
      {erasing !== null && (
        <EraseDialog
          person={{ customer_id: erasing }}
          onClose={() => {
            setErasing(null)
          }}
        />
      )}
    </>
  )
}

/** All erasures with where they stand, the way back and the certificates, and the search that completes their proof. */
export const ErasuresPage = () => (
  <div className="flex flex-col gap-y-3">
    <ErasuresSection />
    <FullScanSection />
  </div>
)
