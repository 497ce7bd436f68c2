import { Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminExchangeRate } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatDay } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { RateDrawer } from "../forms/rate-drawer"
import { useExchangeRates } from "../hooks/use-exchange-rates"

const Rates = ({ rates }: { rates: AdminExchangeRate[] }) => {
  const { t, i18n } = useTranslation("dkInvoiceRates")
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("currency")}</Table.HeaderCell>
          <Table.HeaderCell>{t("rate")}</Table.HeaderCell>
          <Table.HeaderCell>{t("validFrom")}</Table.HeaderCell>
          <Table.HeaderCell>{t("source")}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rates.map(({ currency, valid_from: day, rate, source }) => (
          <Table.Row key={`${currency} ${day}`} data-testid="dk-rate-row">
            <Table.Cell>{currency}</Table.Cell>
            <Table.Cell>
              {Number(rate).toLocaleString(i18n.language, { maximumFractionDigits: 8 })}
            </Table.Cell>
            <Table.Cell>{formatDay(day, i18n.language)}</Table.Cell>
            <Table.Cell>{source}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

/** What other currencies are worth in kroner, for the VAT on invoices in them. */
export const RatesSection = () => {
  const { t } = useTranslation("dkInvoiceRates")
  const query = useExchangeRates()
  const [isAdding, setAdding] = useState(false)
  const { data: rates } = query
  return (
    <Section
      title={t("title")}
      text={t("text")}
      testId="dk-rates-section"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-rate-add"
          onClick={() => {
            setAdding(true)
          }}
        >
          {t("add")}
        </Button>
      }
    >
      <Reading query={query} />
      {rates?.length === 0 && <EmptyNotice title={t("empty")} text={t("emptyText")} />}
      {rates && rates.length > 0 && <Rates rates={rates} />}
      {isAdding && (
        <RateDrawer
          onClose={() => {
            setAdding(false)
          }}
        />
      )}
    </Section>
  )
}
