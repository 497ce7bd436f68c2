import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { DkInvoice } from "../../../../types/http"
import { SendDrawer } from "../forms/send-drawer"

type SendButtonProps = { invoice: Pick<DkInvoice, "id" | "number" | "order_id"> }

/** Opens what was sent of a document, and how to send it. */
export const SendButton = ({ invoice }: SendButtonProps) => {
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
        {t("send")}
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
