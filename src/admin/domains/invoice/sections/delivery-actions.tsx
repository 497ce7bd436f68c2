import { Alert, Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminInvoiceDelivery } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useSaveXml, useSendInvoice, useSettleDelivery } from "../hooks/use-deliveries"

type DeliveryProps = { invoiceId: string; number: string; delivery: AdminInvoiceDelivery }

/** Staff says what became of it. */
const SettleButtons = ({ invoiceId, delivery }: Omit<DeliveryProps, "number">) => {
  const { t } = useTranslation("dkDelivery")
  const { mutate, isPending } = useSettleDelivery(invoiceId)
  const sayError = useSayError()
  return (["delivered", "failed"] as const).map((outcome) => (
    <Button
      key={outcome}
      type="button"
      size="small"
      variant="secondary"
      disabled={isPending}
      data-testid={`dk-delivery-settle-${outcome}`}
      onClick={() => {
        const settled = { id: delivery.id, outcome }
        mutate(settled, { onSuccess: () => toast.success(t("settle.done")), onError: sayError })
      }}
    >
      {t(`settle.${outcome}`)}
    </Button>
  ))
}

const XmlButton = ({ invoiceId, number, delivery }: DeliveryProps) => {
  const { t } = useTranslation("dkDelivery")
  const { mutate, isPending } = useSaveXml(invoiceId)
  const sayError = useSayError()
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      isLoading={isPending}
      data-testid="dk-delivery-xml"
      onClick={() => {
        const name = `${number}-${delivery.format ?? "xml"}.xml`
        mutate({ id: delivery.id, name }, { onError: sayError })
      }}
    >
      {t("byHand.xml")}
    </Button>
  )
}

const OTHER = { oioubl: "peppol", peppol: "oioubl" } as const

/** Makes it anew in the format that the program or provider of the store takes. */
const OtherFormatButton = ({ invoiceId, delivery }: Omit<DeliveryProps, "number">) => {
  const { t } = useTranslation("dkDelivery")
  const { mutate, isPending } = useSendInvoice(invoiceId)
  const sayError = useSayError()
  if (delivery.format === null) return null
  const format = OTHER[delivery.format]
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      isLoading={isPending}
      data-testid="dk-delivery-other-format"
      onClick={() => {
        mutate({ channel: "einvoice", format }, { onError: sayError })
      }}
    >
      {t("byHand.instead", { format: t(`drawer.formats.${format}`) })}
    </Button>
  )
}

/** What staff must do about a delivery that does not go by itself: send it by hand, or find out. */
export const DeliveryActions = (props: DeliveryProps) => {
  const { t } = useTranslation("dkDelivery")
  const { state, format } = props.delivery
  if (state !== "not_sent" && state !== "uncertain") return null
  const isByHand = state === "not_sent"
  return (
    <Alert variant={isByHand ? "info" : "warning"} data-testid="dk-delivery-todo">
      {isByHand && <p className="font-medium">{t("byHand.title")}</p>}
      {isByHand && format !== null && (
        <p>{t("byHand.format", { format: t(`drawer.formats.${format}`) })}</p>
      )}
      <p>{isByHand ? t("byHand.text") : t("uncertainText")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isByHand && <XmlButton {...props} />}
        {isByHand && <OtherFormatButton {...props} />}
        <SettleButtons {...props} />
      </div>
    </Alert>
  )
}
