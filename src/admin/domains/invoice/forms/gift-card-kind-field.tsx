import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"

const CHOICES = ["unset", "multi_purpose", "single_purpose"] as const

/** When the VAT of a gift card is paid, or that nobody has said. */
export type GiftCardChoice = (typeof CHOICES)[number]

export const isGiftCardKind = (value: unknown): value is Exclude<GiftCardChoice, "unset"> =>
  value !== "unset" && CHOICES.some((known) => known === value)

type GiftCardKindFieldProps = {
  id: string
  label: string
  isLabelHidden?: boolean
  kind: GiftCardChoice
  onChange: (kind: GiftCardChoice) => void
}

/** Asks what kind of gift card a product is. What has been said can be changed, not taken back. */
export const GiftCardKindField = ({ kind, ...props }: GiftCardKindFieldProps) => {
  const { t } = useTranslation("dkInvoice")
  return (
    <SelectField
      {...props}
      value={kind}
      options={CHOICES.filter((it) => it !== "unset" || kind === "unset").map((it) => ({
        value: it,
        label: t(`giftCard.kinds.${it}`),
      }))}
    />
  )
}
