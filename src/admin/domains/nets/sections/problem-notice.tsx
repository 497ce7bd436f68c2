import { Alert, Button, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useMarkSeen } from "../hooks/use-payments"
import { ManualRefundButton } from "./manual-refund-button"

type ProblemNoticeProps = { payment: AdminNetsPayment; children?: ReactNode }

/** What is wrong with a payment and what to do about it. Silent when nothing is. */
export const ProblemNotice = ({ payment, children }: ProblemNoticeProps) => {
  const { t } = useTranslation("dkNets")
  const markSeen = useMarkSeen()
  const sayError = useSayError()
  const { problem, problem_lasts: isLasting } = payment
  if (problem === null) return null
  const press = () => {
    markSeen.mutate(payment, {
      onSuccess: () => toast.success(t("seenDone")),
      onError: sayError,
    })
  }
  return (
    <Alert variant="error" data-testid="dk-nets-problem">
      <p className="text-ui-fg-error font-medium">
        {t(`problem.${problem}`, { defaultValue: t("problem.unknown") })}
      </p>
      <p>{t(`todo.${problem}`, { defaultValue: t("todo.unknown") })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ManualRefundButton payment={payment} />
        {children}
        {!isLasting && (
          <Button
            size="small"
            variant="secondary"
            isLoading={markSeen.isPending}
            data-testid="dk-nets-seen"
            onClick={press}
          >
            {t("seen")}
          </Button>
        )}
      </div>
    </Alert>
  )
}
