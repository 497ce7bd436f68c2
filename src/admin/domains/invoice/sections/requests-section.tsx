import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminInvoiceRequest } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMoment } from "../../../shared/format"
import { Paging } from "../../../shared/paging"
import { Section } from "../../../shared/section"
import { ImportDrawer } from "../forms/import-drawer"
import { NumberDrawer, targetOf } from "../forms/number-drawer"
import { namesOf } from "../forms/unmatched-numbers"
import { useWaitingRequests } from "../hooks/use-external-invoices"

const PAGE_SIZE = 20

type RowProps = { request: AdminInvoiceRequest; onEnter: (request: AdminInvoiceRequest) => void }

const Row = ({ request, onEnter }: RowProps) => {
  const { t, i18n } = useTranslation("dkInvoiceExternal")
  return (
    <Table.Row data-testid="dk-request">
      <Table.Cell>
        <Link to={`/orders/${request.order_id}`} className="text-ui-fg-interactive hover:underline">
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
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("requests.order")}</Table.HeaderCell>
          <Table.HeaderCell>{t("requests.awaits")}</Table.HeaderCell>
          <Table.HeaderCell className="hidden md:table-cell">
            {t("requests.since")}
          </Table.HeaderCell>
          <Table.HeaderCell />
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {requests.map((request) => (
          <Row key={request.id} request={request} onEnter={onEnter} />
        ))}
      </Table.Body>
    </Table>
  )
}

const ImportButton = () => {
  const { t } = useTranslation("dkInvoiceExternal")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-import"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t("requests.import")}
      </Button>
      {isOpen && (
        <ImportDrawer
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** Orders that the bookkeeping system has to invoice. Draws nothing in a shop that invoices by itself. */
export const RequestsSection = () => {
  const { t } = useTranslation("dkInvoiceExternal")
  const [pageIndex, setPageIndex] = useState(0)
  const [entering, setEntering] = useState<AdminInvoiceRequest | null>(null)
  const { data } = useWaitingRequests(PAGE_SIZE, pageIndex * PAGE_SIZE)
  if (!data || (data.count === 0 && data.mode !== "external")) return null
  return (
    <Section
      title={t("requests.title")}
      text={t("requests.text")}
      testId="dk-requests"
      actions={<ImportButton />}
    >
      {data.count === 0 ? (
        <EmptyNotice title={t("requests.empty")} text={t("requests.emptyText")} />
      ) : (
        <>
          <Rows requests={data.invoice_requests} onEnter={setEntering} />
          <Paging
            count={data.count}
            pageSize={PAGE_SIZE}
            pageIndex={pageIndex}
            onPage={setPageIndex}
          />
        </>
      )}
      {entering && (
        <NumberDrawer
          target={targetOf(entering)}
          onClose={() => {
            setEntering(null)
          }}
        />
      )}
    </Section>
  )
}
