import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useOpenInvoice, useSaveInvoice } from "../hooks/use-order-invoices"
import { SendButton } from "./send-button"

/** What is done with a document: shown as a page, kept as a PDF, sent. */
export const InvoiceButtons = (invoice: Pick<DkInvoice, "id" | "number" | "order_id">) => {
  const { id, number } = invoice
  const { t, i18n } = useTranslation("dkInvoice")
  const open = useOpenInvoice(i18n.language)
  const save = useSaveInvoice(i18n.language)
  const sayError = useSayError()
  return (
    <div className="flex items-center justify-end">
      <Button
        size="small"
        variant="transparent"
        isLoading={open.isPending}
        data-testid="dk-invoice-open"
        onClick={() => {
          open.mutate(id, { onError: sayError })
        }}
      >
        {t("open")}
      </Button>
      <Button
        size="small"
        variant="transparent"
        isLoading={save.isPending}
        data-testid="dk-invoice-pdf"
        onClick={() => {
          save.mutate({ id, number }, { onError: sayError })
        }}
      >
        PDF
      </Button>
      <SendButton invoice={invoice} />
    </div>
  )
}
