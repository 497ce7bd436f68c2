import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminInvoiceRequest } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { NumberDrawer, targetOf } from "../forms/number-drawer"
import { namesOf } from "../forms/unmatched-numbers"
import { useWaitingRequests } from "../hooks/use-external-invoices"
import { ImportButton } from "./import-button"

type RowProps = { request: AdminInvoiceRequest; onEnter: (request: AdminInvoiceRequest) => void }

const Row = ({ request, onEnter }: RowProps) => {
  const { t, i18n } = useTranslation("dkInvoiceExternal")
  return (
    <Table.Row data-testid="dk-request">
      <Table.Cell>
        <Link to={`/orders/${request.order_id}`} className="text-ui-fg-base underline">
          {request.order_number}
        </Link>
      </Table.Cell>
      <Table.Cell className="whitespace-normal py-2">
        {t(`kind.${request.kind}`)}
        {request.is_test && (
          <Badge size="2xsmall" className="ml-2">
            {t("requests.test")}
          </Badge>
        )}
        {request.unmatched.length > 0 && (
          <Text size="small" className="text-ui-fg-subtle" data-testid="dk-request-unmatched">
            {t("requests.unmatched", { numbers: namesOf(request.unmatched) })}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className="hidden md:table-cell">
        {formatMoment(new Date(request.requested_at).toISOString(), i18n.language)}
      </Table.Cell>
      <Table.Cell className="text-right">
        <Button
          size="small"
          variant="transparent"
          data-testid="dk-request-enter"
          onClick={() => {
            onEnter(request)
          }}
        >
          {t("requests.enter")}
        </Button>
      </Table.Cell>
    </Table.Row>
  )
}

type RowsProps = { requests: AdminInvoiceRequest[]; onEnter: RowProps["onEnter"] }

const Rows = ({ requests, onEnter }: RowsProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  return (
    <ListTable
      columns={[
        { key: "order", label: t("requests.order") },
        { key: "awaits", label: t("requests.awaits") },
        { key: "since", label: t("requests.since"), isWide: true },
        { key: "buttons" },
      ]}
    >
      {requests.map((request) => (
        <Row key={request.id} request={request} onEnter={onEnter} />
      ))}
    </ListTable>
  )
}

/** Orders that the bookkeeping system has to invoice. Draws nothing in a shop that invoices by itself; not to know is told. */
export const RequestsSection = () => {
  const { t } = useTranslation("dkInvoiceExternal")
  const list = useList({ name: "requests" })
  const [entering, setEntering] = useState<AdminInvoiceRequest | null>(null)
  const query = useWaitingRequests(list.page.range)
  const { data, error } = query
  const isOwn = !data || (data.count === 0 && data.mode !== "external")
  if (isOwn && !error) return null
  return (
    <>
      <ListSection
        title={t("requests.title")}
        text={t("requests.text")}
        testId="dk-requests"
        actions={<ImportButton label={t("requests.import")} testId="dk-import" />}
        list={list}
        query={query}
        empty={{ title: t("requests.empty"), text: t("requests.emptyText") }}
      >
        {({ invoice_requests: requests }) => <Rows requests={requests} onEnter={setEntering} />}
      </ListSection>
      {entering && (
        <NumberDrawer
          target={targetOf(entering)}
          onClose={() => {
            setEntering(null)
          }}
        />
      )}
    </>
  )
}
