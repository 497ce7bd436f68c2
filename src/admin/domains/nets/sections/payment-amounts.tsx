import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { formatMoney } from "../../../shared/format"

const AMOUNTS = ["reserved", "charged", "refunded", "cancelled"] as const

type PaymentAmountsProps = { payment: AdminNetsPayment }

/** The four totals Nets counts of a payment. */
export const PaymentAmounts = ({ payment }: PaymentAmountsProps) => {
  const { t, i18n } = useTranslation("dkNets")
  return (
    <dl className="grid grid-cols-2 gap-4 px-6 py-4" data-testid="dk-nets-amounts">
      {AMOUNTS.map((name) => (
        <div key={name}>
          <Text as="p" size="small" leading="compact" className="text-ui-fg-subtle">
            <dt>{t(`amounts.${name}`)}</dt>
          </Text>
          <Text as="p" size="small" weight="plus" className="mt-1 tabular-nums">
            <dd>{formatMoney(payment[name], payment.currency_code, i18n.language)}</dd>
          </Text>
        </div>
      ))}
    </dl>
  )
}
