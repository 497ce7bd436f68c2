import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { ManualRefundDrawer } from "../forms/manual-refund-drawer"
import { mayRegisterRefund } from "../manual-refund"

type ManualRefundButtonProps = { payment: AdminNetsPayment }

/** The way to register a refund that was paid another way. Only there after one that came to nothing. */
export const ManualRefundButton = ({ payment }: ManualRefundButtonProps) => {
  const { t } = useTranslation("dkNets")
  const [isOpen, setOpen] = useState(false)
  if (!mayRegisterRefund(payment)) return null
  return (
    <>
      <Button
        size="small"
        data-testid="dk-nets-manual-open"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t("manual.open")}
      </Button>
      {isOpen && (
        <ManualRefundDrawer
          payment={payment}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
