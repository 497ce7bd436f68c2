import { Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminFinancialYear } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatDay } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { YearsDrawer } from "../forms/years-drawer"
import { useFinancialYears } from "../hooks/use-invoices"

const Years = ({ years }: { years: AdminFinancialYear[] }) => {
  const { t, i18n } = useTranslation("dkInvoicePage")
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("years.start")}</Table.HeaderCell>
          <Table.HeaderCell>{t("years.end")}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {years.map(({ start, end }) => (
          <Table.Row key={start} data-testid="dk-year">
            <Table.Cell>{formatDay(start, i18n.language)}</Table.Cell>
            <Table.Cell>{formatDay(end, i18n.language)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

/** The shop's financial years: they decide until when each invoice is kept. */
export const YearsSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const query = useFinancialYears()
  const [isChanging, setChanging] = useState(false)
  const { data: years } = query
  return (
    <Section
      title={t("years.title")}
      text={t("years.text")}
      testId="dk-years-section"
      actions={
        years &&
        years.length > 0 && (
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-years-change"
            onClick={() => {
              setChanging(true)
            }}
          >
            {t("years.change")}
          </Button>
        )
      }
    >
      <Reading query={query} />
      {years?.length === 0 && <EmptyNotice title={t("years.empty")} text={t("years.emptyText")} />}
      {years && years.length > 0 && <Years years={years} />}
      {isChanging && years && (
        <YearsDrawer
          known={years}
          onClose={() => {
            setChanging(false)
          }}
        />
      )}
    </Section>
  )
}
