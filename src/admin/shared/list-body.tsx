import type { ReactNode } from "react"
import { Paging } from "./paging"
import { Reading } from "./reading"
import type { Page } from "./use-page"

type ListBodyProps<Data> = {
  query: {
    data: Data | undefined
    isPending: boolean
    error: Error | null
    refetch: () => unknown
  }
  page: Page
  /** How much room is kept while it is read. */
  lines?: number
  /** Stands where there is nothing. */
  empty: ReactNode
  children: (data: Data) => ReactNode
}

/** What stands in a section with a list: that it is being read, or why not, that there is nothing, or a page of it. */
export const ListBody = <Data extends { count: number }>(props: ListBodyProps<Data>) => {
  const { query, page, lines = 8, empty, children } = props
  const { data } = query
  return (
    <>
      <Reading query={query} lines={lines} />
      {data?.count === 0 && empty}
      {data && data.count > 0 && (
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
