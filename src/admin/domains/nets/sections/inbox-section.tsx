import { useTranslation } from "react-i18next"
import type { AdminNetsReceipt } from "../../../../types/http"
import { ListTable } from "../../../shared/list-table"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { useReceipts } from "../hooks/use-receipts"
import { ReceiptRow } from "./receipt-row"

const FILTERS = [ANY, "waiting", "failed", "open", "done"] as const

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
  const list = useList({ name: "inbox", filters: { state: FILTERS } })
  const { state } = list.filter
  const query = useReceipts({ state: state === ANY ? null : state, ...list.page.range })
  return (
    <ListSection
      title={t("inbox.title")}
      text={t("inbox.text")}
      testId="dk-nets-inbox"
      list={list}
      query={query}
      empty={{ title: t("inbox.empty"), text: t("inbox.emptyText") }}
      choices={[
        {
          name: "state",
          label: t("inbox.filterLabel"),
          options: FILTERS.map((value) => ({ value, label: t(`inbox.filter.${value}`) })),
        },
      ]}
    >
      {({ receipts }) => <Rows receipts={receipts} />}
    </ListSection>
  )
}
