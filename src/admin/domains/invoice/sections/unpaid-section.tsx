import { Button, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminUnpaidInvoice } from "../../../../types/http"
import { formatDay, formatList, formatMoney } from "../../../shared/format"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { BankFileDrawer } from "../forms/bank-file-drawer"
import { useUnpaidInvoices } from "../hooks/use-on-account"
import { DueBadge } from "./due-badge"

const Row = ({ invoice }: { invoice: AdminUnpaidInvoice }) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const { order_id: id, display_id: order, number, company_name: name } = invoice
  const { currency_code: currency, owed, amount, issued_on: issued, due_on: due } = invoice
  return (
    <Table.Row className="align-top" data-testid="dk-unpaid-row">
      <Table.Cell className="whitespace-normal py-3">
        <div className="flex flex-col gap-y-1">
          <span className="text-ui-fg-base font-medium">{name ?? t("unpaidList.private")}</span>
          <span className="text-ui-fg-subtle">
            {t("unpaidList.invoice", {
              number,
              day: issued === null ? "" : formatDay(issued, i18n.language),
            })}
          </span>
          <Link to={`/orders/${id}`} className="text-ui-fg-base underline">
            {t("unpaidList.order", { number: order })}
          </Link>
        </div>
      </Table.Cell>
      <Table.Cell className="py-3">
        <DueBadge due={due} />
      </Table.Cell>
      <Table.Cell className="py-3 text-right tabular-nums">
        <div className="flex flex-col items-end gap-y-1">
          <span className="text-ui-fg-base font-medium">
            {formatMoney(owed, currency, i18n.language)}
          </span>
          {owed !== amount && (
            <span className="text-ui-fg-subtle">
              {t("unpaidList.of", { amount: formatMoney(amount, currency, i18n.language) })}
            </span>
          )}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

/** What was bought on invoice and is not paid yet, overdue first, and the way in for the bank's file. */
export const UnpaidSection = () => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const list = useList({ name: "unpaid" })
  const [isOpen, setOpen] = useState(false)
  const query = useUnpaidInvoices(list.page.range)
  const { data } = query
  const sums = data?.owed.map(({ currency_code: currency, owed }) =>
    formatMoney(owed, currency, i18n.language)
  )
  return (
    <>
      <ListSection
        title={t("unpaidList.title")}
        text={
          sums && sums.length > 0
            ? t("unpaidList.sum", { sum: formatList(sums, i18n.language) })
            : t("unpaidList.text")
        }
        testId="dk-unpaid"
        actions={
          <Button
            size="small"
            variant="secondary"
            data-testid="dk-bank-open"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t("bank.title")}
          </Button>
        }
        list={list}
        query={query}
        lines={3}
        empty={{ title: t("unpaidList.none"), text: t("unpaidList.noneText") }}
      >
        {({ unpaid_invoices: invoices }) => (
          <Table>
            <Table.Body>
              {invoices.map((invoice) => (
                <Row key={invoice.order_id} invoice={invoice} />
              ))}
            </Table.Body>
          </Table>
        )}
      </ListSection>
      {isOpen && (
        <BankFileDrawer
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
