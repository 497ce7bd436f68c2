import { useQueryClient } from "@tanstack/react-query"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { BuyerDrawer } from "../../buyer/forms/buyer-drawer"
import { useBuyer } from "../../buyer/hooks/use-buyer"

type MendBuyerProps = { orderId: string; onClose: () => void }

const MendBuyer = ({ orderId, onClose }: MendBuyerProps) => {
  const owner = { kind: "orders", id: orderId } as const
  const { data } = useBuyer(owner)
  return data ? <BuyerDrawer owner={owner} buyer={data.buyer} onClose={onClose} /> : null
}

/** Mends the buyer of an order that waits for its invoice, where it is listed. */
export const MendBuyerButton = ({ orderId }: { orderId: string }) => {
  const { t } = useTranslation("dkInvoicePage")
  const [isOpen, setOpen] = useState(false)
  const queries = useQueryClient()
  return (
    <>
      <Button
        size="small"
        variant="transparent"
        data-testid="dk-lacking-mend"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t("lacking.mend")}
      </Button>
      {isOpen && (
        <MendBuyer
          orderId={orderId}
          onClose={() => {
            setOpen(false)
            void queries.invalidateQueries({ queryKey: ["dk-invoices"] })
          }}
        />
      )}
    </>
  )
}
