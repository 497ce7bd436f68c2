import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { CreditDrawer } from "../forms/credit-drawer"
import { useOrderInvoices } from "../hooks/use-order-invoices"
import { ExternalRows } from "./external-rows"
import { InvoiceRow } from "./invoice-row"
import { MissingNotice } from "./missing-notice"

/** Numbers of the invoices that no correction has replaced. */
const numbersInForce = (invoices: readonly DkInvoice[]): ReadonlySet<string> => {
  const replaced = invoices.flatMap(({ document }) => document?.replaces?.number ?? [])
  const own = invoices.filter(({ kind, document }) => kind === "invoice" && document !== null)
  return new Set(own.map(({ number }) => number).filter((number) => !replaced.includes(number)))
}

type InvoicesSectionProps = { orderId: string; orderNumber: string; paymentStatus: string }

const isNothing = (list: readonly unknown[]): boolean => list.length === 0

/** The order's invoices and credit notes, made here or elsewhere, and what stands in the way of one that is due. */
export const InvoicesSection = ({ orderId, orderNumber, paymentStatus }: InvoicesSectionProps) => {
  const { t } = useTranslation("dkInvoice")
  const { data, error, isPending, refetch } = useOrderInvoices(orderId, paymentStatus)
  const [crediting, setCrediting] = useState<DkInvoice | null>(null)
  const inForce = numbersInForce(data?.invoices ?? [])
  const { t: tExternal } = useTranslation("dkInvoiceExternal")
  const isEmpty =
    data && [data.invoices, data.external_invoices, data.waiting, data.missing].every(isNothing)
  return (
    <Container className="divide-y p-0" data-testid="dk-invoices">
      <Heading level="h2" className="px-6 py-4">
        {t("title")}
      </Heading>
      {isPending && (
        <div className="px-6 py-4">
          <LinesSkeleton />
        </div>
      )}
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data?.invoices.map((invoice) => (
        <InvoiceRow
          key={invoice.id}
          invoice={invoice}
          {...(inForce.has(invoice.number) && {
            onCredit: () => {
              setCrediting(invoice)
            },
          })}
        />
      ))}
      {data && (
        <ExternalRows
          orderNumber={orderNumber}
          external_invoices={data.external_invoices}
          waiting={data.waiting}
        />
      )}
      {data && data.missing.length > 0 && (
        <div className="px-6 py-4">
          <MissingNotice orderId={orderId} missing={data.missing} />
        </div>
      )}
      {crediting && (
        <CreditDrawer
          orderId={orderId}
          invoice={crediting}
          onClose={() => {
            setCrediting(null)
          }}
        />
      )}
      {isEmpty && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4" data-testid="dk-invoices-empty">
          {data.mode === "external" ? tExternal("order.empty") : t("empty")}
        </Text>
      )}
    </Container>
  )
}
