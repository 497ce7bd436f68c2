import { Button, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminNetsReceipt } from "../../../../types/http"
import { formatMoment, formatMoney } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { RECEIPT_COLOURS } from "../colours"
import { useOutcomeText } from "../hooks/use-outcome-text"
import { useProcessReceipt } from "../hooks/use-receipts"

type ReceiptProps = { receipt: AdminNetsReceipt }

const ProcessButton = ({ receipt: { id } }: ReceiptProps) => {
  const { t } = useTranslation("dkNetsPage")
  const process = useProcessReceipt()
  const sayError = useSayError()
  const press = () => {
    process.mutate(id, {
      onSuccess: ({ receipt }) => {
        if (receipt.state === "done") toast.success(t("inbox.processed"))
        else toast.warning(t("inbox.notProcessed"))
      },
      onError: sayError,
    })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={process.isPending}
      data-testid="dk-nets-process"
      onClick={press}
    >
      {t("inbox.process")}
    </Button>
  )
}

/** When it came, how often it was tried and when it comes again. */
const Times = ({ receipt }: ReceiptProps) => {
  const { t, i18n } = useTranslation("dkNetsPage")
  const { created_at: createdAt, attempts, done_at: doneAt, next_attempt_at: next } = receipt
  const isTriedAgain = doneAt === null && attempts > 0
  return (
    <div className="txt-small break-words">
      <p>{formatMoment(createdAt, i18n.language)}</p>
      <p className="text-ui-fg-subtle">{t("inbox.attempts", { count: attempts })}</p>
      {isTriedAgain && (
        <p className="text-ui-fg-subtle">
          {t("inbox.next", { moment: formatMoment(next, i18n.language) })}
        </p>
      )}
    </div>
  )
}

const About = ({ receipt: { order, amount, currency_code: currency } }: ReceiptProps) => {
  const { t, i18n } = useTranslation("dkNetsPage")
  return (
    <div className="txt-small flex flex-wrap gap-x-4">
      {order !== null && (
        <Link to={`/orders/${order.id}`} className="text-ui-fg-base underline">
          {t("inbox.order", { number: order.display_id })}
        </Link>
      )}
      {amount !== null && currency !== null && (
        <span className="tabular-nums">{formatMoney(amount, currency, i18n.language)}</span>
      )}
    </div>
  )
}

/** One webhook: what it tells, where it stands, what came of it. */
export const ReceiptRow = ({ receipt }: ReceiptProps) => {
  const { t } = useTranslation("dkNetsPage")
  const outcome = useOutcomeText(receipt)
  const { event, state } = receipt
  return (
    <Table.Row className="align-top" data-testid="dk-nets-receipt">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <StatusBadge color={RECEIPT_COLOURS[state]} data-testid="dk-nets-receipt-state">
            {t(`inbox.filter.${state}`)}
          </StatusBadge>
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base break-words" title={event}>
              {t(`event.${event.replaceAll(".", "-")}`, { defaultValue: event })}
            </Text>
            {outcome.map((text) => (
              <Text key={text} size="small" className="break-words">
                {text}
              </Text>
            ))}
            <About receipt={receipt} />
          </div>
          <div className="md:hidden">
            <Times receipt={receipt} />
          </div>
          {state !== "done" && <ProcessButton receipt={receipt} />}
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[38%] py-4 md:table-cell">
        <Times receipt={receipt} />
      </Table.Cell>
    </Table.Row>
  )
}
