import { Checkbox, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasurePreview } from "../../../../types/http"
import { PreviewPart } from "./preview-part"

type UncertainPartProps = {
  orders: AdminErasurePreview["uncertain_orders"]
  confirmed: string[]
  onConfirm: (ids: string[]) => void
}

/** Orders made without login with the customer's e-mail: a person decides whose they are. */
export const UncertainPart = ({ orders, confirmed, onConfirm }: UncertainPartProps) => {
  const { t } = useTranslation("dkPersonalData")
  // A ticked order is no longer uncertain, so the answers forget it; the list must not.
  const [known, setKnown] = useState(orders)
  const fresh = orders.filter(({ id }) => !known.some((order) => order.id === id))
  if (fresh.length > 0) setKnown([...known, ...fresh])
  if (known.length === 0) return null
  return (
    <PreviewPart name="uncertain" title={t("erase.uncertain")}>
      <p>{t("erase.uncertainText")}</p>
      {known.map(({ id, display_id: number }) => (
        <div key={id} className="flex items-center gap-x-2">
          <Checkbox
            id={`dk-confirm-${id}`}
            checked={confirmed.includes(id)}
            onCheckedChange={(checked) => {
              const others = confirmed.filter((known) => known !== id)
              onConfirm(checked === true ? [...others, id] : others)
            }}
          />
          <Label htmlFor={`dk-confirm-${id}`} size="small">
            {t("erase.order", { number })}
          </Label>
        </div>
      ))}
    </PreviewPart>
  )
}
