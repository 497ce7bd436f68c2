import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type PagingProps = {
  count: number
  pageSize: number
  pageIndex: number
  onPage: (pageIndex: number) => void
}

/** Where in a list one is, and the way on and back. */
export const Paging = ({ count, pageSize, pageIndex, onPage }: PagingProps) => {
  const { t } = useTranslation("dkShared")
  const pageCount = Math.max(Math.ceil(count / pageSize), 1)
  return (
    <Table.Pagination
      data-testid="dk-paging"
      // One below the other on a telephone, where they do not fit side by side.
      className="flex-col items-start gap-y-1 whitespace-nowrap md:flex-row md:items-center"
      count={count}
      pageSize={pageSize}
      pageIndex={pageIndex}
      pageCount={pageCount}
      canPreviousPage={pageIndex > 0}
      canNextPage={pageIndex + 1 < pageCount}
      previousPage={() => {
        onPage(pageIndex - 1)
      }}
      nextPage={() => {
        onPage(pageIndex + 1)
      }}
      translations={{
        of: t("paging.of"),
        results: t("paging.results"),
        pages: t("paging.pages"),
        prev: t("paging.previous"),
        next: t("paging.next"),
      }}
    />
  )
}
