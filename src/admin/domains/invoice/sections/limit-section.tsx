import { Button, Container, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerCreditResponse } from "../../../../types/http"
import { Facts } from "../../../shared/facts"
import { formatMoment, formatMoney } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { useSayError } from "../../../shared/use-say-error"
import { LimitDrawer } from "../forms/limit-drawer"
import { useChangeCredit, useCustomerCredit } from "../hooks/use-on-account"

const LimitFacts = ({ credit, open }: Pick<AdminCustomerCreditResponse, "credit" | "open">) => {
  const { t, i18n } = useTranslation("dkOnAccount")
  const money = (amount: number) => formatMoney(amount, "DKK", i18n.language)
  const owed = { label: t("credit.open"), value: money(open) }
  if (!credit) return open > 0 ? <Facts rows={[owed]} /> : null
  const rows = [
    { label: t("credit.limitShort"), value: money(credit.limit) },
    owed,
    { label: t("credit.left"), value: money(Math.max(credit.limit - open, 0)) },
    { label: t("credit.days"), value: t("credit.daysValue", { count: credit.terms_days }) },
    {
      label: t("credit.since"),
      value: formatMoment(new Date(credit.approved_at).toISOString(), i18n.language),
    },
  ]
  return <Facts rows={rows} />
}

const RevokeButton = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("dkOnAccount")
  const { t: tShared } = useTranslation("dkShared")
  const { mutate, isPending } = useChangeCredit(customerId)
  const sayError = useSayError()
  const prompt = usePrompt()
  const ask = async () => {
    const isSure = await prompt({
      title: t("credit.revoke"),
      description: t("credit.revokeText"),
      confirmText: t("credit.revoke"),
      cancelText: tShared("cancel"),
    })
    if (!isSure) return
    const onSuccess = () => {
      toast.success(t("credit.revoked"))
    }
    mutate(null, { onSuccess, onError: sayError })
  }
  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={isPending}
      data-testid="dk-limit-revoke"
      onClick={() => void ask()}
    >
      {t("credit.revoke")}
    </Button>
  )
}

/** Whether a company may buy on invoice, for how much at once and how long, and what it owes. */
export const LimitSection = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("dkOnAccount")
  const query = useCustomerCredit(customerId)
  const [isOpen, setOpen] = useState(false)
  const { data } = query
  return (
    <Container className="divide-y p-0" data-testid="dk-limit">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("credit.title")}</Heading>
        {data?.has_account === true && (
          <div className="flex items-center gap-x-1">
            {data.credit && <RevokeButton customerId={customerId} />}
            <Button
              size="small"
              variant="secondary"
              data-testid="dk-limit-open"
              onClick={() => {
                setOpen(true)
              }}
            >
              {t(data.credit ? "credit.change" : "credit.approve")}
            </Button>
          </div>
        )}
      </div>
      <Reading query={query} />
      {data && <LimitFacts credit={data.credit} open={data.open} />}
      {data && !data.credit && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4" data-testid="dk-limit-none">
          {t(data.has_account ? "credit.none" : "credit.guest")}
        </Text>
      )}
      {data && isOpen && (
        <LimitDrawer
          customerId={customerId}
          credit={data.credit}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </Container>
  )
}
