import { Checkbox, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasurePreview } from "../../../../types/http"
import { PreviewPart } from "./preview-part"

type UncertainOrdersProps = {
  orders: AdminErasurePreview["uncertain_orders"]
  confirmed: readonly string[]
  onConfirm: (orderIds: readonly string[]) => void
}

/** Orders that may be somebody else's: only staff can tell, so nothing is ticked beforehand. */
export const UncertainOrders = ({ orders, confirmed, onConfirm }: UncertainOrdersProps) => {
  const { t } = useTranslation("dkPersonalData")
  // A ticked order is no longer uncertain, so the answers forget it; the list must not.
  const [known, setKnown] = useState(orders)
  const fresh = orders.filter(({ id }) => !known.some((order) => order.id === id))
  if (fresh.length > 0) setKnown([...known, ...fresh])
  const toggle = (id: string) => {
    const isTicked = confirmed.includes(id)
    onConfirm(isTicked ? confirmed.filter((other) => other !== id) : [...confirmed, id])
  }
  return (
    <PreviewPart id="uncertain" title={t("erase.uncertain")}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("erase.uncertainText")}
      </Text>
      {known.map(({ id, display_id }) => (
        <div key={id} className="flex items-center gap-x-2">
          <Checkbox
            id={`dk-order-${id}`}
            checked={confirmed.includes(id)}
            onCheckedChange={() => {
              toggle(id)
            }}
          />
          <Label size="small" htmlFor={`dk-order-${id}`}>
            {t("erase.order", { number: display_id })}
          </Label>
        </div>
      ))}
    </PreviewPart>
  )
}
