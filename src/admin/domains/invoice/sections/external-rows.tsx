import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminExternalInvoice,
  AdminInvoiceRequest,
  AdminOrderInvoices,
} from "../../../../types/http"
import { formatDay } from "../../../shared/format"
import { NumberDrawer, targetOf } from "../forms/number-drawer"
import type { NumberTarget } from "../forms/number-drawer"
import { namesOf } from "../forms/unmatched-numbers"

type RowProps = { title: string; lines: string[]; testId: string; children: React.ReactNode }

const Row = ({ title, lines, testId, children }: RowProps) => (
  <div className="flex items-start justify-between px-6 py-3" data-testid={testId}>
    <div>
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      {lines.map((line) => (
        <Text key={line} size="small" leading="compact" className="text-ui-fg-subtle mt-1">
          {line}
        </Text>
      ))}
    </div>
    <div className="flex shrink-0 items-center">{children}</div>
  </div>
)

type ButtonProps = { label: string; testId: string; onClick: () => void }

const RowButton = ({ label, testId, onClick }: ButtonProps) => (
  <Button size="small" variant="transparent" data-testid={testId} onClick={onClick}>
    {label}
  </Button>
)

type NumberRowProps = { invoice: AdminExternalInvoice; onCorrect: () => void }

const NumberRow = ({ invoice, onCorrect }: NumberRowProps) => {
  const { t, i18n } = useTranslation("dkInvoiceExternal")
  const { t: tInvoice } = useTranslation("dkInvoice")
  const { url, keep_through: keepThrough } = invoice
  const lines = [
    invoice.system,
    tInvoice("issuedOn", { day: formatDay(invoice.issued_on, i18n.language) }),
    ...(keepThrough === null
      ? []
      : [tInvoice("keepThrough", { day: formatDay(keepThrough, i18n.language) })]),
  ]
  return (
    <Row
      title={`${t(`kind.${invoice.kind}`)} ${invoice.number}`}
      lines={lines}
      testId="dk-external-number"
    >
      {url !== null && (
        <Button size="small" variant="transparent" asChild>
          <a href={url} target="_blank" rel="noreferrer noopener">
            {t("order.open")}
          </a>
        </Button>
      )}
      <RowButton label={t("order.correct")} testId="dk-external-correct" onClick={onCorrect} />
    </Row>
  )
}

type WaitingRowProps = { request: AdminInvoiceRequest; onEnter: () => void }

const WaitingRow = ({ request, onEnter }: WaitingRowProps) => {
  const { t } = useTranslation("dkInvoiceExternal")
  const name = request.kind === "invoice" ? "waits" : "waitsCredit"
  const lines = [
    t(`order.${name}Text`),
    ...(request.unmatched.length === 0
      ? []
      : [t("requests.unmatched", { numbers: namesOf(request.unmatched) })]),
  ]
  return (
    <Row title={t(`order.${name}`)} lines={lines} testId="dk-external-waits">
      <RowButton label={t("requests.enter")} testId="dk-external-enter" onClick={onEnter} />
    </Row>
  )
}

type ExternalRowsProps = Pick<AdminOrderInvoices, "external_invoices" | "waiting"> & {
  orderNumber: string
}

/** The order's numbers in the bookkeeping system, and what it has still to make. */
export const ExternalRows = ({
  external_invoices: numbers,
  waiting,
  orderNumber,
}: ExternalRowsProps) => {
  const [target, setTarget] = useState<NumberTarget | null>(null)
  return (
    <>
      {numbers
        .filter((invoice) => invoice.replaced_by === null)
        .map((invoice) => (
          <NumberRow
            key={invoice.id}
            invoice={invoice}
            onCorrect={() => {
              const { order_id, kind } = invoice
              setTarget({
                order_id,
                kind,
                order_number: orderNumber,
                wrong: invoice,
                request: null,
              })
            }}
          />
        ))}
      {waiting.map((request) => (
        <WaitingRow
          key={request.id}
          request={request}
          onEnter={() => {
            setTarget(targetOf(request))
          }}
        />
      ))}
      {target && (
        <NumberDrawer
          target={target}
          onClose={() => {
            setTarget(null)
          }}
        />
      )}
    </>
  )
}
