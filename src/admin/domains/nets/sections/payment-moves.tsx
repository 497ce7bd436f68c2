import { StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNetsPayment } from "../../../../types/http"
import { formatMoney } from "../../../shared/format"
import { refundColour } from "../colours"

type MovesProps = { title: string; testId: string; children: ReactNode }

const Moves = ({ title, testId, children }: MovesProps) => (
  <div className="flex flex-col gap-y-2 px-6 py-4" data-testid={testId}>
    <Text size="small" leading="compact" weight="plus">
      {title}
    </Text>
    <ul className="flex flex-col gap-y-2">{children}</ul>
  </div>
)

type MoveProps = { id: string; amount: string; children?: ReactNode }

const Move = ({ id, amount, children }: MoveProps) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
    <Text size="small" className="tabular-nums">
      {amount}
    </Text>
    <div className="flex items-center gap-x-3">
      <Text size="xsmall" className="text-ui-fg-subtle font-mono" title={id}>
        {id.slice(0, 8)}
      </Text>
      {children}
    </div>
  </li>
)

type PaymentMovesProps = { payment: AdminNetsPayment }

/** Each charge and each refund, with what became of the refund. */
export const PaymentMoves = ({ payment }: PaymentMovesProps) => {
  const { t, i18n } = useTranslation("dkNets")
  const { charges, refunds, refunded_by_hand: byHand, currency_code: currency } = payment
  const money = (amount: number) => formatMoney(amount, currency, i18n.language)
  return (
    <>
      {charges.length > 0 && (
        <Moves title={t("charges")} testId="dk-nets-charges">
          {charges.map(({ charge_id: id, amount }) => (
            <Move key={id} id={id} amount={money(amount)} />
          ))}
        </Moves>
      )}
      {refunds.length > 0 && (
        <Moves title={t("refunds")} testId="dk-nets-refunds">
          {refunds.map(({ refund_id: id, amount, state }) => (
            <Move key={id} id={id} amount={money(amount)}>
              <StatusBadge color={refundColour(state)} data-testid="dk-nets-refund">
                {t(`refundState.${state.toLowerCase()}`, { defaultValue: state })}
              </StatusBadge>
            </Move>
          ))}
        </Moves>
      )}
      {byHand > 0 && (
        <Moves title={t("byHand")} testId="dk-nets-by-hand">
          <Move id="" amount={money(byHand)} />
        </Moves>
      )}
    </>
  )
}
