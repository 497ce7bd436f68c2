import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { formatDay } from "../../../shared/format"
import { DeliveryBadges } from "./delivery-badges"
import { InvoiceButtons } from "./invoice-buttons"

type InvoiceRowProps = {
  invoice: DkInvoice
  /** Given for an invoice in force. */
  onCredit?: () => void
}

export const InvoiceRow = ({ invoice, onCredit }: InvoiceRowProps) => {
  const { t, i18n } = useTranslation("dkInvoice")
  const { keep_through: keepThrough } = invoice
  return (
    <div className="flex items-start justify-between px-6 py-3" data-testid="dk-invoice">
      <div>
        <div className="flex items-center gap-x-2">
          <Text size="small" leading="compact" weight="plus">
            {t(`kind.${invoice.kind}`)} {invoice.number}
          </Text>
          {invoice.series === "test" && <Badge size="2xsmall">{t("test")}</Badge>}
        </div>
        <Text size="small" leading="compact" className="text-ui-fg-subtle mt-1">
          {t("issuedOn", { day: formatDay(invoice.issued_on, i18n.language) })}
        </Text>
        {keepThrough !== null && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle mt-1">
            {t("keepThrough", { day: formatDay(keepThrough, i18n.language) })}
          </Text>
        )}
        <DeliveryBadges delivery={invoice.delivery} />
      </div>
      <div className="flex items-center">
        {onCredit && (
          <Button
            size="small"
            variant="transparent"
            data-testid="dk-invoice-credit"
            onClick={onCredit}
          >
            {t("credit.action")}
          </Button>
        )}
        {invoice.document && <InvoiceButtons {...invoice} />}
      </div>
    </div>
  )
}
