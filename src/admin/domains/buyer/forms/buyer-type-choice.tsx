import { RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBuyerType } from "../../../../types/http"
import { BUYER_TYPES } from "../buyer-fields"

type BuyerTypeChoiceProps = { value: AdminBuyerType; onChange: (type: AdminBuyerType) => void }

/** The first question: which of the three buyers it is. */
export const BuyerTypeChoice = ({ value, onChange }: BuyerTypeChoiceProps) => {
  const { t } = useTranslation("dkBuyer")
  return (
    <RadioGroup
      aria-label={t("fields.type")}
      className="flex flex-col gap-y-2"
      value={value}
      onValueChange={(chosen) => {
        const type = BUYER_TYPES.find((known) => known === chosen)
        if (type) onChange(type)
      }}
    >
      {BUYER_TYPES.map((type) => (
        <RadioGroup.ChoiceBox
          key={type}
          value={type}
          label={t(`type.${type}`)}
          description={t(`typeHint.${type}`)}
          data-testid={`dk-buyer-type-${type}`}
        />
      ))}
    </RadioGroup>
  )
}
