import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type ErasedOrderNoticeProps = { email: string | null | undefined }

/** Says what the placeholder on an erased person's order is, so that nobody writes to it. Silent on others. */
export const ErasedOrderNotice = ({ email }: ErasedOrderNoticeProps) => {
  const { t } = useTranslation("dkPersonalData")
  if (email?.endsWith("@invalid.invalid") !== true) return null
  return (
    <Alert variant="info" data-testid="dk-erased-order">
      <p className="font-medium">{t("erasedOrder.title")}</p>
      <p>{t("erasedOrder.text")}</p>
    </Alert>
  )
}
