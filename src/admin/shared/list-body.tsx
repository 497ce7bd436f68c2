import { useEffect } from "react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { EmptyNotice } from "./empty-notice"
import { ListBar } from "./list-bar"
import type { ListControls } from "./list-bar"
import { Paging } from "./paging"
import { Reading } from "./reading"
import type { List } from "./use-list"

type Query<Data> = {
  data: Data | undefined
  isPending: boolean
  /** What was read before stands in until this is there. */
  isPlaceholderData: boolean
  error: Error | null
  refetch: () => unknown
}

export type ListBodyProps<Data> = ListControls & {
  list: List
  query: Query<Data>
  /** How much room is kept while it is read. */
  lines?: number
  /** Stands where there is nothing, though nothing was chosen or searched; nothing does when left out. */
  empty?: { title: string; text: string }
  /** Stands over the rows. */
  above?: ReactNode
  children: (data: Data) => ReactNode
}

const NoMatch = () => {
  const { t } = useTranslation("dkShared")
  return <EmptyNotice title={t("list.noMatch")} text={t("list.noMatchText")} />
}

/** The last page, where fewer rows are left than one was at. */
const useLastPage = ({ page }: List, { data, isPlaceholderData }: Query<{ count: number }>) => {
  const last = data ? Math.max(Math.ceil(data.count / page.size) - 1, 0) : page.index
  const isBeyond = page.index > last && !isPlaceholderData
  useEffect(() => {
    if (isBeyond) page.turnTo(last, true)
  })
}

type BodyProps<Data> = ListBodyProps<Data> & {
  /** The beginning of its controls' ids. */
  id: string
}

/** What stands in a section with a list: what can be chosen, searched and sorted, then that it is being read, or why not, that there is nothing, or a page of it. */
export const ListBody = <Data extends { count: number }>(props: BodyProps<Data>) => {
  const { id, list, query, lines = 8, empty, above, children, ...controls } = props
  const { data } = query
  const { page, isFiltered } = list
  useLastPage(list, query)
  const hasControls = Object.values(controls).some((control) => control !== undefined)
  return (
    <>
      {hasControls && (data !== undefined || isFiltered) && (
        <ListBar id={id} list={list} {...controls} />
      )}
      {above}
      <Reading query={query} lines={lines} />
      {data?.count === 0 && (isFiltered ? <NoMatch /> : empty && <EmptyNotice {...empty} />)}
      {data !== undefined && data.count > 0 && (
        <>
          {children(data)}
          <Paging
            count={data.count}
            pageSize={page.size}
            pageIndex={page.index}
            onPage={page.turnTo}
          />
        </>
      )}
    </>
  )
}
