import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasureCount, AdminErasurePreview } from "../../../../types/http"
import { formatList } from "../../../shared/format"
import { KeptPart } from "./kept-part"
import { Lines, PreviewPart } from "./preview-part"
import { UncertainOrders } from "./uncertain-orders"

type PreviewPartsProps = {
  preview: AdminErasurePreview
  confirmed: readonly string[]
  onConfirm: (orderIds: readonly string[]) => void
}

const REASONS = ["uncaptured", "unshipped", "return_open", "payment_in_progress"]

/** In the order a person thinks of them: who it is comes before what was bought. */
const ORDER = ["account", "login", "company", "address", "cart", "order_contact", "order_note"]

const rankOf = ({ category }: AdminErasureCount): number =>
  ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length

/** What goes, what stays and why, what waits, and what is kept as proof. */
export const PreviewParts = ({ preview, confirmed, onConfirm }: PreviewPartsProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const { already_erased, erased_now, blocked, uncertain_orders, evidence } = preview
  const countsOf = (counts: readonly AdminErasureCount[]) =>
    [...counts]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map(({ category, rows }) =>
        t(`category.${category}`, { count: rows, defaultValue: `${category}: ${rows.toString()}` })
      )
  const waiting = blocked.map(({ reason, display_id }) =>
    t(`blocked.${REASONS.includes(reason) ? reason : "other"}`, { number: display_id ?? "" })
  )

  return (
    <>
      {!already_erased && (
        <PreviewPart id="now" title={t("erase.now")}>
          <Text size="small" className="text-ui-fg-subtle">
            {erased_now.length > 0
              ? `${formatList(countsOf(erased_now), i18n.language)}.`
              : t("erase.nothing")}
          </Text>
        </PreviewPart>
      )}
      <KeptPart preview={preview} />
      {waiting.length > 0 && (
        <PreviewPart id="waiting" title={t("erase.waiting")}>
          <Lines lines={waiting} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("erase.waitingEnd")}
          </Text>
        </PreviewPart>
      )}
      {uncertain_orders.length + confirmed.length > 0 && (
        <UncertainOrders orders={uncertain_orders} confirmed={confirmed} onConfirm={onConfirm} />
      )}
      <PreviewPart id="evidence" title={t("erase.evidence")}>
        <Text size="small" className="text-ui-fg-subtle">
          {`${formatList([t("erase.evidenceErasure"), ...countsOf(evidence)], i18n.language)}.`}
        </Text>
      </PreviewPart>
    </>
  )
}
