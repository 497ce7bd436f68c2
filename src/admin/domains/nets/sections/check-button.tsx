import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useCheckPayment } from "../hooks/use-payments"

type CheckButtonProps = { payment: AdminNetsPayment }

/** Reads the payment at Nets now, and does what follows from it. */
export const CheckButton = ({ payment }: CheckButtonProps) => {
  const { t } = useTranslation("dkNets")
  const check = useCheckPayment()
  const sayError = useSayError()
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={check.isPending}
      data-testid="dk-nets-check"
      onClick={() => {
        check.mutate(payment, {
          onSuccess: () => toast.success(t("checked")),
          onError: sayError,
        })
      }}
    >
      {t("check")}
    </Button>
  )
}
