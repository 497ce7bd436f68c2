import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { SendDrawer } from "../forms/send-drawer"

type SendButtonProps = {
  invoice: Pick<DkInvoice, "id" | "number" | "order_id">
  /** What the button says; "Send" by default. */
  label?: string
}

/** Opens what was sent of a document, and how to send it. */
export const SendButton = ({ invoice, label }: SendButtonProps) => {
  const { t } = useTranslation("dkDelivery")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        variant="transparent"
        data-testid="dk-invoice-send"
        onClick={() => {
          setOpen(true)
        }}
      >
        {label ?? t("send")}
      </Button>
      {isOpen && (
        <SendDrawer
          invoice={invoice}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
