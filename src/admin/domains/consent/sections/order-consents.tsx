import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { ErrorNotice } from "../../../shared/error-notice"
import { Section } from "../../../shared/section"
import { useOrderConsents } from "../hooks/use-consents"
import { EventLine } from "./event-line"

/** Which texts an order's buyer was shown then, and what was chosen. Draws nothing where nothing is known, or may be read. */
export const OrderConsents = ({ orderId }: { orderId: string }) => {
  const { t } = useTranslation("dkConsents")
  const { data, error, refetch } = useOrderConsents(orderId)
  const isHidden = error instanceof ApiError && (error.status === 403 || error.status === 404)
  const failure = isHidden ? null : error
  if (!failure && (data?.events ?? []).length === 0) return null
  return (
    <Section title={t("order.title")} text={t("order.text")} testId="dk-order-consents">
      {failure && (
        <div className="px-6 py-4">
          <ErrorNotice error={failure} onRetry={() => void refetch()} />
        </div>
      )}
      <ul className="divide-y">
        {data?.events.map((event) => (
          <EventLine key={event.id} event={event} notices={data.notices} />
        ))}
      </ul>
    </Section>
  )
}
