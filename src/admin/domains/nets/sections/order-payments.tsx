import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { Section } from "../../../shared/section"
import { usePaymentsOfOrder } from "../hooks/use-payments"
import { PaymentLink } from "./payment-link"
import { PaymentView } from "./payment-view"

/** A checkout that ended unpaid is of no use to anybody, unless something is wrong with it. */
const isWorthShowing = ({ state, problem }: AdminNetsPayment): boolean =>
  state !== "ended" || problem !== null

/** The order on the page may be older than the payment beside it. */
const isReserved = ({ state }: AdminNetsPayment): boolean => state === "reserved"

type OrderPaymentsProps = {
  orderId: string
  paymentStatus: string
  /** Medusa knows of a payment by Nets; then an error is worth telling. */
  isPaidByNets: boolean
  /** Something is owed on the order and nothing is reserved for it. */
  isOwed: boolean
}

/** The order's payments at Nets, and the way to another one. Draws nothing on an order that has and needs none. */
export const OrderPayments = ({
  orderId,
  paymentStatus,
  isPaidByNets,
  isOwed,
}: OrderPaymentsProps) => {
  const { t } = useTranslation("dkNets")
  const { data, error, refetch } = usePaymentsOfOrder(orderId, paymentStatus)
  const payments = (data?.payments ?? []).filter(isWorthShowing)
  const failure = isPaidByNets && !data ? error : null
  if (payments.length === 0 && !failure && !isOwed) return null
  return (
    <Section title={t("title")} testId="dk-nets">
      {failure && (
        <div className="px-6 py-4">
          <ErrorNotice error={failure} onRetry={() => void refetch()} />
        </div>
      )}
      {isOwed && !payments.some(isReserved) && <PaymentLink orderId={orderId} />}
      {payments.map((payment) => (
        <PaymentView key={payment.session_id} payment={payment} />
      ))}
    </Section>
  )
}
