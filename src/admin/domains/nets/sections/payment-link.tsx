import { Button, Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "../../../shared/error-notice"
import { formatMajor, formatMoment } from "../../../shared/format"
import { useMakePaymentLink } from "../hooks/use-payments"

type PaymentLinkProps = { orderId: string }

/** Gives staff a page at Nets to send to the customer, where what is owed on the order is paid. */
export const PaymentLink = ({ orderId }: PaymentLinkProps) => {
  const { t, i18n } = useTranslation("dkNets")
  const { mutate, data: link, error, isPending } = useMakePaymentLink(orderId)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" data-testid="dk-nets-link">
      <Text size="small" className="text-ui-fg-subtle">
        {t("link.text")}
      </Text>
      {error && <ErrorNotice error={error} />}
      {link ? (
        <div className="flex flex-col gap-y-1">
          <span className="inline-flex max-w-full items-start gap-x-2">
            <span className="break-all font-mono text-xs" data-testid="dk-nets-link-url">
              {link.url}
            </span>
            <Copy content={link.url} className="text-ui-fg-muted shrink-0" />
          </span>
          <Text size="small" data-testid="dk-nets-link-terms">
            {t("link.terms", {
              amount: formatMajor(link.amount, link.currency_code, i18n.language),
              until: formatMoment(link.expires_at, i18n.language),
            })}
          </Text>
        </div>
      ) : (
        <div>
          <Button
            size="small"
            variant="secondary"
            isLoading={isPending}
            data-testid="dk-nets-link-make"
            onClick={() => {
              mutate()
            }}
          >
            {t("link.make")}
          </Button>
        </div>
      )}
    </div>
  )
}
