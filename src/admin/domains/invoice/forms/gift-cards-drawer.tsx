import { Alert, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { Reading } from "../../../shared/reading"
import { GiftCardKindField, isGiftCardKind } from "./gift-card-kind-field"
import type { GiftCardChoice } from "./gift-card-kind-field"
import { useGiftCards, useOrderToMend, useSaveGiftCards } from "../hooks/use-mending"

type GiftCardsDrawerProps = { orderId: string; onSaved: () => void; onClose: () => void }

/** Asks what kind the gift cards of an order are, product by product. */
export const GiftCardsDrawer = ({ orderId, onSaved, onClose }: GiftCardsDrawerProps) => {
  const { t } = useTranslation("dkInvoice")
  const { t: tLacking } = useTranslation("dkLacking")
  const { t: tShared } = useTranslation("dkShared")
  const order = useOrderToMend(orderId)
  const query = useGiftCards(order.data)
  const { mutate, error, isPending } = useSaveGiftCards()
  const [kinds, setKinds] = useState<Record<string, GiftCardChoice>>({})
  const unset = (query.data ?? []).filter(({ metadata }) => !isGiftCardKind(metadata?.dk_gift_card))
  const chosen = unset.flatMap((product) => {
    const kind = kinds[product.id] ?? "unset"
    return kind === "unset" ? [] : [{ product, kind }]
  })
  const submit = () => {
    mutate(chosen, {
      onSuccess: () => {
        toast.success(t("giftCard.saved"))
        onSaved()
        onClose()
      },
    })
  }
  const isNone = query.isSuccess && unset.length === 0
  return (
    <FormDrawer
      title={t("giftCard.title")}
      text={t("giftCard.texts.unset")}
      submitLabel={tShared("save")}
      isPending={isPending}
      isReady={unset.length > 0 && chosen.length === unset.length}
      error={error}
      testId="dk-gift-cards"
      onSubmit={submit}
      onClose={onClose}
    >
      <Reading query={order.data ? query : order} />
      {isNone && <Alert variant="warning">{tLacking("giftCardGone")}</Alert>}
      {unset.map(({ id, title }) => (
        <GiftCardKindField
          key={id}
          id={`dk-gift-cards-${id}`}
          label={title}
          kind={kinds[id] ?? "unset"}
          onChange={(kind) => {
            setKinds({ ...kinds, [id]: kind })
          }}
        />
      ))}
    </FormDrawer>
  )
}
