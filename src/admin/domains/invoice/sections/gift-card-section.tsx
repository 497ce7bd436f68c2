import { Alert, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSayError } from "../../../shared/use-say-error"
import { GiftCardKindField, isGiftCardKind } from "../forms/gift-card-kind-field"
import type { GiftCardChoice } from "../forms/gift-card-kind-field"
import { useSaveGiftCardKind } from "../hooks/use-gift-card"

type GiftCardSectionProps = { id: string; metadata: Record<string, unknown> }

/** Asks what kind of gift card a product is: when its VAT is paid. It cannot be sold before somebody has said. */
export const GiftCardSection = ({ id, metadata }: GiftCardSectionProps) => {
  const { t } = useTranslation("dkInvoice")
  const { mutate, isPending } = useSaveGiftCardKind(id, metadata)
  const sayError = useSayError()
  const kind = isGiftCardKind(metadata.dk_gift_card) ? metadata.dk_gift_card : "unset"
  const choose = (chosen: GiftCardChoice) => {
    if (chosen === "unset" || chosen === kind || isPending) return
    mutate(chosen, {
      onSuccess: () => {
        toast.success(t("giftCard.saved"))
      },
      onError: sayError,
    })
  }
  return (
    <Container className="flex flex-col gap-y-3" data-testid="dk-gift-card">
      <Heading level="h2">{t("giftCard.title")}</Heading>
      {kind === "unset" && <Alert variant="warning">{t("giftCard.missing")}</Alert>}
      <GiftCardKindField
        id="dk-gift-card-kind"
        label={t("giftCard.label")}
        isLabelHidden
        kind={kind}
        onChange={choose}
      />
      <Text size="small" className="text-ui-fg-subtle">
        {t(`giftCard.texts.${kind}`)}
      </Text>
    </Container>
  )
}
