import { Badge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDataMapColumn, AdminDataMapTable } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useList } from "../../../shared/use-list"
import { filterTables, MAP_KINDS, personalColumns } from "../data-map"
import { useWord } from "../hooks/use-word"
import { reasonText } from "../reasons"
import { Disclosure } from "./disclosure"

const HEADS = ["column", "category", "purpose", "origin", "basis", "retention", "erase"] as const
const WORDS = ["category", "purpose", "origin", "basis", "retention", "erase"] as const

/** What is special about a column, under its name. */
const ColumnName = ({ column }: { column: AdminDataMapColumn }) => {
  const { t, i18n } = useTranslation("dkDataMap")
  return (
    <div className="flex flex-col items-start gap-y-1">
      <span className="text-ui-fg-base break-all font-mono text-xs">{column.column}</span>
      <span className="flex flex-wrap gap-1">
        {column.secret && <Badge size="2xsmall">{t("column.secret")}</Badge>}
        {column.portable && <Badge size="2xsmall">{t("column.portable")}</Badge>}
      </span>
      {column.paths.map(({ path, rule, reason }) => (
        <Text key={path} size="xsmall" className="text-ui-fg-subtle break-words">
          <span className="font-mono">{path}</span>: {t(`path.${rule}`)}
          {reason !== null && ` (${reasonText(reason, i18n.language)})`}
        </Text>
      ))}
    </div>
  )
}

const PersonalRow = ({ column }: { column: AdminDataMapColumn }) => {
  const word = useWord()
  const words = WORDS.map((kind) => {
    const value = column[kind]
    return { kind, text: value === null ? "" : word(kind, value) }
  })
  return (
    <Table.Row className="align-top">
      <Table.Cell className="w-[22%] py-3">
        <ColumnName column={column} />
        <Text size="xsmall" className="text-ui-fg-subtle mt-1 xl:hidden">
          {words.map(({ text }) => text).join(" · ")}
        </Text>
      </Table.Cell>
      {words.map(({ kind, text }) => (
        <Table.Cell key={kind} className="hidden py-3 xl:table-cell">
          {text}
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

const PersonalColumns = ({ columns }: { columns: AdminDataMapColumn[] }) => {
  const { t } = useTranslation("dkDataMap")
  return (
    <Table>
      <Table.Header className="hidden xl:table-header-group">
        <Table.Row>
          {HEADS.map((head) => (
            <Table.HeaderCell key={head}>{t(`head.${head}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {columns.map((column) => (
          <PersonalRow key={column.column} column={column} />
        ))}
      </Table.Body>
    </Table>
  )
}

/** Columns that say nothing about anybody, or stay: gathered by their reason. */
const OtherColumns = ({ columns }: { columns: AdminDataMapColumn[] }) => {
  const { t, i18n } = useTranslation("dkDataMap")
  const reasons = [...new Set(columns.map(({ reason }) => reason ?? ""))]
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      {reasons.map((reason) => (
        <Text key={reason} size="small" className="text-ui-fg-subtle break-words">
          <span className="break-words font-mono text-xs">
            {columns
              .filter((column) => (column.reason ?? "") === reason)
              .map(({ column }) => column)
              .join(", ")}
          </span>
          {": "}
          {reason === "" ? t("column.noReason") : reasonText(reason, i18n.language)}
        </Text>
      ))}
    </div>
  )
}

const MapTable = ({ table }: { table: AdminDataMapTable }) => {
  const { t } = useTranslation("dkDataMap")
  const personal = personalColumns(table)
  const others = table.columns.filter(({ kind }) => kind !== "personal")
  return (
    <Disclosure
      testId="dk-map-table"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <span className="txt-small break-all font-mono">{table.table}</span>
          {!table.is_present && <Badge size="2xsmall">{t("table.absent")}</Badge>}
          {table.rows_removed && <Badge size="2xsmall">{t("table.rowsRemoved")}</Badge>}
        </span>
      }
      facts={
        personal.length === 0
          ? t("table.free")
          : t("table.personal", { count: personal.length, all: table.columns.length })
      }
    >
      {personal.length > 0 && <PersonalColumns columns={personal} />}
      {others.length > 0 && <OtherColumns columns={others} />}
    </Disclosure>
  )
}

type MapByTableProps = { tables: AdminDataMapTable[] }

/** Every table with its columns, to search and to open. */
export const MapByTable = ({ tables }: MapByTableProps) => {
  const { t } = useTranslation("dkDataMap")
  const [search, setSearch] = useState("")
  const list = useList({ filters: { kind: MAP_KINDS } })
  const { kind } = list.filter
  const shown = filterTables(tables, { search, kind })
  return (
    <div className="divide-y">
      <div className="flex flex-col gap-4 px-6 py-4 md:flex-row">
        <div className="md:w-80">
          <TextField id="dk-map-search" label={t("search")} value={search} onChange={setSearch} />
        </div>
        <SelectField
          id="dk-map-kind"
          label={t("kindLabel")}
          value={kind}
          options={MAP_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(chosen) => {
            list.choose("kind", chosen)
          }}
        />
      </div>
      {shown.length === 0 && <EmptyNotice title={t("noTable")} text={t("noTableText")} />}
      {shown.map((table) => (
        <MapTable key={table.table} table={table} />
      ))}
    </div>
  )
}
