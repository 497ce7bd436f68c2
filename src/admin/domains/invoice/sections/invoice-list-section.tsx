import { Badge, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DkInvoice } from "../../../../types/http"
import { formatDay, formatMoney } from "../../../shared/format"
import type { ListControls } from "../../../shared/list-bar"
import { ListSection } from "../../../shared/list-section"
import { ListTable } from "../../../shared/list-table"
import { ANY, useList } from "../../../shared/use-list"
import { useInvoices } from "../hooks/use-invoices"
import { DeliveryBadges } from "./delivery-badges"
import { InvoiceButtons } from "./invoice-buttons"

const KINDS = [ANY, "invoice", "credit_note"] as const
const SERIES = [ANY, "live", "test"] as const
const ORDERS = ["-issued_on", "issued_on"] as const

const Row = ({ invoice }: { invoice: DkInvoice }) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  const { number, kind, series, issued_on: day, order_id: orderId, document } = invoice
  const { keep_through: keepThrough } = invoice
  return (
    <Table.Row className="align-top" data-testid="dk-invoice-row">
      <Table.Cell className="py-3">
        <div className="flex flex-col gap-y-1">
          <span className="text-ui-fg-base font-medium">
            {t(`kind.${kind}`)} {number}
            {series === "test" && (
              <Badge size="2xsmall" className="ml-2">
                {t("test")}
              </Badge>
            )}
          </span>
          <span className="text-ui-fg-subtle">{formatDay(day, i18n.language)}</span>
          {orderId !== null && document && (
            <Link to={`/orders/${orderId}`} className="text-ui-fg-base underline">
              {t("order", { number: document.order_number })}
            </Link>
          )}
          <DeliveryBadges delivery={invoice.delivery} />
        </div>
      </Table.Cell>
      <Table.Cell className="py-3 text-right tabular-nums">
        {document
          ? formatMoney(document.totals.gross, document.currency, i18n.language)
          : t("released")}
      </Table.Cell>
      <Table.Cell className="hidden py-3 md:table-cell">
        {keepThrough === null ? "" : formatDay(keepThrough, i18n.language)}
      </Table.Cell>
      <Table.Cell className="py-3 text-right">
        {document && <InvoiceButtons {...invoice} />}
      </Table.Cell>
    </Table.Row>
  )
}

const Rows = ({ invoices }: { invoices: DkInvoice[] }) => {
  const { t } = useTranslation("dkInvoicePage")
  return (
    <ListTable
      columns={[
        { key: "document", label: t("columns.document") },
        { key: "total", label: t("columns.total"), isRight: true },
        { key: "kept", label: t("columns.kept"), isWide: true },
        { key: "buttons" },
      ]}
    >
      {invoices.map((invoice) => (
        <Row key={invoice.id} invoice={invoice} />
      ))}
    </ListTable>
  )
}

const useControls = (): ListControls => {
  const { t } = useTranslation("dkInvoicePage")
  const { t: tShared } = useTranslation("dkShared")
  return {
    search: { label: t("search"), maxLength: 40 },
    choices: [
      {
        name: "kind",
        label: t("kindLabel"),
        options: KINDS.map((value) => ({ value, label: t(`kindFilter.${value}`) })),
      },
      {
        name: "series",
        label: t("seriesLabel"),
        options: SERIES.map((value) => ({ value, label: t(`seriesFilter.${value}`) })),
      },
    ],
    orders: [
      { value: "-issued_on", label: tShared("list.newest") },
      { value: "issued_on", label: tShared("list.oldest") },
    ],
  }
}

/** Every invoice and credit note. */
export const InvoiceListSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const list = useList({ filters: { kind: KINDS, series: SERIES }, orders: ORDERS })
  const { filter, q, order, page } = list
  const query = useInvoices({
    q,
    kind: filter.kind === ANY ? null : filter.kind,
    series: filter.series === ANY ? null : filter.series,
    order,
    ...page.range,
  })
  return (
    <ListSection
      title={t("title")}
      text={t("text")}
      level="h1"
      testId="dk-invoices-list"
      list={list}
      query={query}
      empty={{ title: t("empty"), text: t("emptyText") }}
      {...useControls()}
    >
      {({ invoices }) => <Rows invoices={invoices} />}
    </ListSection>
  )
}
