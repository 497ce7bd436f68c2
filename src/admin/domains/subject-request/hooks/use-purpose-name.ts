import { useTranslation } from "react-i18next"
import { capital } from "../../consent/capital"

/** What a consent is for, as people say it; a word of the store's own stays as it is. */
export const usePurposeName = (): ((purpose: string) => string) => {
  const { t } = useTranslation("dkConsents")
  return (purpose) =>
    capital(t(`purpose.${purpose}`, { defaultValue: purpose.replaceAll("_", " ") }))
}
