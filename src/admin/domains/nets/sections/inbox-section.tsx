import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsReceipt } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { Paging } from "../../../shared/paging"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { useReceipts } from "../hooks/use-receipts"
import { ReceiptRow } from "./receipt-row"

const PAGE_SIZE = 20
const FILTERS = ["all", "waiting", "failed", "open", "done"] as const
type Filter = (typeof FILTERS)[number]

const Rows = ({ receipts }: { receipts: AdminNetsReceipt[] }) => {
  const { t } = useTranslation("dkNetsPage")
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("inbox.what")}</Table.HeaderCell>
          <Table.HeaderCell className="hidden md:table-cell">{t("inbox.when")}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {receipts.map((receipt) => (
          <ReceiptRow key={receipt.id} receipt={receipt} />
        ))}
      </Table.Body>
    </Table>
  )
}

/** The webhooks that arrived, and the way to have one worked on again. */
export const InboxSection = () => {
  const { t } = useTranslation("dkNetsPage")
  const [filter, setFilter] = useState<Filter>("all")
  const [pageIndex, setPageIndex] = useState(0)
  const state = filter === "all" ? null : filter
  const query = useReceipts({ state, limit: PAGE_SIZE, offset: pageIndex * PAGE_SIZE })
  const { data } = query
  return (
    <Section
      title={t("inbox.title")}
      text={t("inbox.text")}
      testId="dk-nets-inbox"
      actions={
        <SelectField
          id="dk-nets-filter"
          label={t("inbox.filterLabel")}
          isLabelHidden
          value={filter}
          options={FILTERS.map((value) => ({ value, label: t(`inbox.filter.${value}`) }))}
          onChange={(next) => {
            setPageIndex(0)
            setFilter(next)
          }}
        />
      }
    >
      <Reading query={query} lines={8} />
      {data?.count === 0 && (
        <EmptyNotice
          title={t(filter === "all" ? "inbox.empty" : "inbox.emptyFilter")}
          text={t(filter === "all" ? "inbox.emptyText" : "inbox.emptyFilterText")}
        />
      )}
      {data && data.count > 0 && (
        <>
          <Rows receipts={data.receipts} />
          <Paging
            count={data.count}
            pageSize={PAGE_SIZE}
            pageIndex={pageIndex}
            onPage={setPageIndex}
          />
        </>
      )}
    </Section>
  )
}
