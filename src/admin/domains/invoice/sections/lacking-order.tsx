import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLackingOrder, AdminOrderInvoices } from "../../../../types/http"
import { formatList, formatSentence } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { MendDrawer } from "../forms/mend-drawer"
import { useMissingWords } from "../hooks/use-missing-words"
import { useIssueInvoices } from "../hooks/use-order-invoices"
import { mayBeMended, mendsOf } from "../mends"
import type { Mend } from "../mends"

/** What came of an order that lacked something: its newest document, or null where another system makes it. */
export type Issued = Pick<AdminLackingOrder, "order_id" | "display_id"> & {
  invoice: AdminOrderInvoices["invoices"][number] | null
}

type LackingOrderProps = { order: AdminLackingOrder; onIssued: (issued: Issued) => void }

/** Issues what is due, and tells what came of it. */
const useIssueAgain = ({ order, onIssued }: LackingOrderProps) => {
  const { t, i18n } = useTranslation("dkLacking")
  const words = useMissingWords()
  const sayError = useSayError()
  const { mutateAsync, isPending } = useIssueInvoices(order.order_id)
  const tell = ({ invoices, missing }: AdminOrderInvoices) => {
    if (missing.length === 0) onIssued({ ...order, invoice: invoices.at(-1) ?? null })
    else toast.warning(t("still", { what: formatList(words(missing), i18n.language) }))
  }
  // The order leaves the list, and this component the screen, before the answer is told of.
  const issue = () => {
    void mutateAsync().then(tell, sayError)
  }
  return { issue, isPending }
}

/** An order whose invoice waits, what it waits for, and the forms that mend it. */
export const LackingOrder = (props: LackingOrderProps) => {
  const { order_id: orderId, display_id: number, missing } = props.order
  const { t, i18n } = useTranslation("dkLacking")
  const { t: tPage } = useTranslation("dkInvoicePage")
  const words = useMissingWords()
  const [mending, setMending] = useState<Mend | null>(null)
  const { issue, isPending } = useIssueAgain(props)
  return (
    <div
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-6 py-3"
      data-testid="dk-lacking"
    >
      <div className="flex flex-wrap items-center gap-x-3">
        <Link to={`/orders/${orderId}`} className="text-ui-fg-base txt-small underline">
          {tPage("order", { number })}
        </Link>
        <Text size="small">{formatSentence(words(missing), i18n.language)}</Text>
      </div>
      <div className="flex flex-wrap gap-2">
        {mendsOf(missing).map((mend) => (
          <Button
            key={mend}
            size="small"
            variant="secondary"
            data-testid={`dk-lacking-mend-${mend}`}
            onClick={() => {
              setMending(mend)
            }}
          >
            {t(`mends.${mend}`)}
          </Button>
        ))}
        {mayBeMended(missing) && (
          <Button
            size="small"
            variant="transparent"
            isLoading={isPending}
            data-testid="dk-lacking-issue"
            onClick={issue}
          >
            {t("issue")}
          </Button>
        )}
      </div>
      {mending && (
        <MendDrawer
          mend={mending}
          orderId={orderId}
          onSaved={issue}
          onClose={() => {
            setMending(null)
          }}
        />
      )}
    </div>
  )
}
