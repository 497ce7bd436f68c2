import { useTranslation } from "react-i18next"
import type { AdminMissingField } from "../../../../types/http"

/** What stands in the way of a document, each in the reader's words: "firmanavn", "tilbagebetalingen er større …". */
export const useMissingWords = (): ((missing: readonly AdminMissingField[]) => string[]) => {
  const { t } = useTranslation("dkInvoicePage")
  const { t: tInvoice } = useTranslation("dkInvoice")
  return (missing) =>
    missing.map(({ field, code }) =>
      code === "required"
        ? tInvoice(`fields.${field.replaceAll(".", "-")}`, { defaultValue: field })
        : t(`lacking.${code}`)
    )
}
