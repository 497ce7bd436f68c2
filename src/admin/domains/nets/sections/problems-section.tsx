import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNetsPayment } from "../../../../types/http"
import { formatMoment, formatMoney } from "../../../shared/format"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { PAYMENT_COLOURS } from "../colours"
import { useProblemPayments } from "../hooks/use-payments"
import { CheckButton } from "./check-button"
import { ProblemNotice } from "./problem-notice"

const About = ({ payment: { order, payment_id: id } }: ProblemProps) => {
  const { t } = useTranslation("dkNetsPage")
  if (order === null) {
    return (
      <Text size="small" className="text-ui-fg-subtle break-all">
        {t("problems.noOrder", { id })}
      </Text>
    )
  }
  return (
    <Link
      to={`/orders/${order.id}`}
      className="text-ui-fg-base txt-small underline"
      data-testid="dk-nets-problem-order"
    >
      {t("problems.order", { number: order.display_id })}
    </Link>
  )
}

type ProblemProps = { payment: AdminNetsPayment }

const Problem = ({ payment }: ProblemProps) => {
  const { t, i18n } = useTranslation("dkNetsPage")
  const { t: tNets } = useTranslation("dkNets")
  const { state, amount, currency_code: currency, portal_url: portalUrl } = payment
  const since = payment.problem_since
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4" data-testid="dk-nets-problem-row">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Text size="small" weight="plus" className="tabular-nums">
          {formatMoney(amount, currency, i18n.language)}
        </Text>
        <StatusBadge color={PAYMENT_COLOURS[state]}>{tNets(`state.${state}`)}</StatusBadge>
        <About payment={payment} />
        {since !== null && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("problems.since", { moment: formatMoment(since, i18n.language) })}
          </Text>
        )}
      </div>
      <ProblemNotice payment={payment}>
        <CheckButton payment={payment} />
        {portalUrl !== null && (
          <Button size="small" variant="secondary" asChild>
            <a href={portalUrl} target="_blank" rel="noreferrer">
              {tNets("portal")}
            </a>
          </Button>
        )}
      </ProblemNotice>
    </li>
  )
}

/** Payments whose money and order do not agree, with what to do. */
export const ProblemsSection = () => {
  const { t } = useTranslation("dkNetsPage")
  const list = useList({ name: "problems", size: 10 })
  const query = useProblemPayments(list.page.range)
  return (
    <ListSection
      title={t("problems.title")}
      text={t("problems.text")}
      testId="dk-nets-problems"
      list={list}
      query={query}
      lines={4}
      empty={{ title: t("problems.empty"), text: t("problems.emptyText") }}
    >
      {({ payments }) => (
        <ul className="divide-y">
          {payments.map((payment) => (
            <Problem key={payment.session_id} payment={payment} />
          ))}
        </ul>
      )}
    </ListSection>
  )
}
