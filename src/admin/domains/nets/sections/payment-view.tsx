import { Badge, Button, Copy, StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { PAYMENT_COLOURS } from "../colours"
import { CheckButton } from "./check-button"
import { PaymentAmounts } from "./payment-amounts"
import { PaymentMoves } from "./payment-moves"
import { ProblemNotice } from "./problem-notice"

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-2 items-start gap-x-4">
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      {label}
    </Text>
    <div className="txt-compact-small min-w-0 break-words">{children}</div>
  </div>
)

const FactList = ({ payment }: PaymentViewProps) => {
  const { t, i18n } = useTranslation("dkNets")
  const { payment_id: id, checked_at: checkedAt } = payment
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Fact label={t("method")}>
        {payment.payment_method ?? payment.payment_type ?? t("methodUnknown")}
      </Fact>
      <Fact label={t("paymentId")}>
        <span className="inline-flex max-w-full items-center gap-x-2">
          <span className="break-all font-mono">{id}</span>
          <Copy content={id} className="text-ui-fg-muted shrink-0" />
        </span>
      </Fact>
      <Fact label={t("checkedAt")}>
        <span data-testid="dk-nets-checked-at">
          {checkedAt === null ? t("neverChecked") : formatMoment(checkedAt, i18n.language)}
        </span>
      </Fact>
    </div>
  )
}

type PaymentViewProps = { payment: AdminNetsPayment }

/** All there is to know about one payment at Nets, as it was last seen. */
export const PaymentView = ({ payment }: PaymentViewProps) => {
  const { t } = useTranslation("dkNets")
  const { state, environment, portal_url: portalUrl } = payment
  return (
    <div className="divide-y" data-testid="dk-nets-payment">
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <div className="flex flex-wrap items-center gap-2">
          <StatusBadge color={PAYMENT_COLOURS[state]} data-testid="dk-nets-state">
            {t(`state.${state}`)}
          </StatusBadge>
          {environment !== null && environment !== "live" && (
            <Badge size="2xsmall">{t(`environment.${environment}`)}</Badge>
          )}
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {t(`stateText.${state}`)}
        </Text>
        <ProblemNotice payment={payment} />
        <div className="flex flex-wrap gap-2">
          <CheckButton payment={payment} />
          {portalUrl !== null && (
            <Button size="small" variant="transparent" asChild>
              <a href={portalUrl} target="_blank" rel="noreferrer" data-testid="dk-nets-portal">
                {t("portal")}
              </a>
            </Button>
          )}
        </div>
      </div>
      <PaymentAmounts payment={payment} />
      <PaymentMoves payment={payment} />
      <FactList payment={payment} />
    </div>
  )
}
