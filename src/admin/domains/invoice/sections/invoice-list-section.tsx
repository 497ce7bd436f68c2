import { Badge, Input, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DkInvoice } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatDay, formatMoney } from "../../../shared/format"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
import { useInvoices } from "../hooks/use-invoices"
import { DeliveryBadges } from "./delivery-badges"
import { InvoiceButtons } from "./invoice-buttons"

const KINDS = ["all", "invoice", "credit_note"] as const
const SERIES = ["all", "live", "test"] as const

const nullIfAll = <Value extends string>(value: Value): Exclude<Value, "all"> | null =>
  value === "all" ? null : (value as Exclude<Value, "all">)

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
            <Link to={`/orders/${orderId}`} className="text-ui-fg-interactive hover:underline">
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

const EVERYTHING = {
  q: "",
  kind: "all" as (typeof KINDS)[number],
  series: "all" as (typeof SERIES)[number],
}

type FiltersProps = { filter: typeof EVERYTHING; onChange: (filter: typeof EVERYTHING) => void }

const Filters = ({ filter, onChange }: FiltersProps) => {
  const { t } = useTranslation("dkInvoicePage")
  return (
    <>
      <Input
        size="small"
        type="search"
        className="w-[160px]"
        aria-label={t("search")}
        placeholder={t("search")}
        value={filter.q}
        maxLength={40}
        data-testid="dk-invoices-search"
        onChange={({ target }) => {
          onChange({ ...filter, q: target.value })
        }}
      />
      <SelectField
        id="dk-invoices-kind"
        label={t("kindLabel")}
        isLabelHidden
        value={filter.kind}
        options={KINDS.map((value) => ({ value, label: t(`kindFilter.${value}`) }))}
        onChange={(kind) => {
          onChange({ ...filter, kind })
        }}
      />
      <SelectField
        id="dk-invoices-series"
        label={t("seriesLabel")}
        isLabelHidden
        value={filter.series}
        options={SERIES.map((value) => ({ value, label: t(`seriesFilter.${value}`) }))}
        onChange={(series) => {
          onChange({ ...filter, series })
        }}
      />
    </>
  )
}

/** Every invoice and credit note, newest first. */
export const InvoiceListSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const [filter, setFilter] = useState(EVERYTHING)
  const page = usePage()
  const query = useInvoices({
    q: filter.q.trim(),
    kind: nullIfAll(filter.kind),
    series: nullIfAll(filter.series),
    ...page.range,
  })
  const isFiltered = Object.values(filter).some((value) => value !== "" && value !== "all")
  return (
    <Section
      title={t("title")}
      text={t("text")}
      level="h1"
      testId="dk-invoices-list"
      actions={
        <Filters
          filter={filter}
          onChange={(next) => {
            page.turnTo(0)
            setFilter(next)
          }}
        />
      }
    >
      <ListBody
        query={query}
        page={page}
        empty={
          <EmptyNotice
            title={t(isFiltered ? "emptyFilter" : "empty")}
            text={t(isFiltered ? "emptyFilterText" : "emptyText")}
          />
        }
      >
        {({ invoices }) => <Rows invoices={invoices} />}
      </ListBody>
    </Section>
  )
}
