import { Alert, Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderInvoices } from "../../../../types/http"
import { formatList } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { useIssueInvoices } from "../hooks/use-order-invoices"

type MissingNoticeProps = { orderId: string; missing: AdminOrderInvoices["missing"] }

/** Says why a due document is not there yet, and issues it once that is mended. */
export const MissingNotice = ({ orderId, missing }: MissingNoticeProps) => {
  const { t, i18n } = useTranslation("dkInvoice")
  const issue = useIssueInvoices(orderId)
  const sayError = useSayError()
  const required = missing.filter(({ code }) => code === "required")
  const reasons = [...new Set(missing.map(({ code }) => code))].filter(
    (code) => code !== "required"
  )
  const names = required.map(({ field }) =>
    t(`fields.${field.replaceAll(".", "-")}`, { defaultValue: field })
  )
  const press = () => {
    issue.mutate(undefined, {
      onSuccess: ({ missing: left }) => {
        if (left.length === 0) toast.success(t("missing.issued"))
        else toast.warning(t("missing.still"))
      },
      onError: sayError,
    })
  }
  return (
    <Alert variant="warning" data-testid="dk-invoice-missing">
      {required.length > 0 && (
        <p>{t("missing.title", { fields: formatList(names, i18n.language) })}</p>
      )}
      {required.length > 0 && <p>{t("missing.text")}</p>}
      {reasons.map((code) => (
        <p key={code}>{t(`missing.reasons.${code}`)}</p>
      ))}
      {required.length > 0 && (
        <Button
          className="mt-2"
          size="small"
          variant="secondary"
          isLoading={issue.isPending}
          onClick={press}
        >
          {t("missing.issue")}
        </Button>
      )}
    </Alert>
  )
}
