import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"

export type Column = {
  key: string
  /** A column of buttons has none. */
  label?: string
  /** Figures stand to the right. */
  isRight?: boolean
  /** Left out on a telephone, where the row shows it elsewhere or not at all. */
  isWide?: boolean
}

const classOf = ({ isRight, isWide }: Column): string =>
  [isRight ? "text-right" : "", isWide ? "hidden md:table-cell" : ""].filter(Boolean).join(" ")

/** A table with the names of its columns; the rows are the caller's. */
export const ListTable = ({ columns, children }: { columns: Column[]; children: ReactNode }) => (
  <Table>
    <Table.Header>
      <Table.Row>
        {columns.map((column) => (
          <Table.HeaderCell key={column.key} className={classOf(column)}>
            {column.label}
          </Table.HeaderCell>
        ))}
      </Table.Row>
    </Table.Header>
    <Table.Body>{children}</Table.Body>
  </Table>
)
