import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsReceipt } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
import { useReceipts } from "../hooks/use-receipts"
import { ReceiptRow } from "./receipt-row"

const FILTERS = ["all", "waiting", "failed", "open", "done"] as const
type Filter = (typeof FILTERS)[number]

const Rows = ({ receipts }: { receipts: AdminNetsReceipt[] }) => {
  const { t } = useTranslation("dkNetsPage")
  return (
    <ListTable
      columns={[
        { key: "what", label: t("inbox.what") },
        { key: "when", label: t("inbox.when"), isWide: true },
      ]}
    >
      {receipts.map((receipt) => (
        <ReceiptRow key={receipt.id} receipt={receipt} />
      ))}
    </ListTable>
  )
}

/** The webhooks that arrived, and the way to have one worked on again. */
export const InboxSection = () => {
  const { t } = useTranslation("dkNetsPage")
  const [filter, setFilter] = useState<Filter>("all")
  const page = usePage()
  const state = filter === "all" ? null : filter
  const query = useReceipts({ state, ...page.range })
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
            title={t(filter === "all" ? "inbox.empty" : "inbox.emptyFilter")}
            text={t(filter === "all" ? "inbox.emptyText" : "inbox.emptyFilterText")}
          />
        }
      >
        {({ receipts }) => <Rows receipts={receipts} />}
      </ListBody>
    </Section>
  )
}
