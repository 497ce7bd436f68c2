import { useTranslation } from "react-i18next"

/** What to tell about the code of an outcome; null for one that says no more than the state does. */
export const useOutcomeText = (): ((outcome: string | null) => string | null) => {
  const { t } = useTranslation("dkDelivery")
  return (outcome) => {
    if (outcome === null || ["mailed", "ready", "file_written", "http_200"].includes(outcome)) {
      return null
    }
    const [, status] = /^http_(\d+)$/.exec(outcome) ?? []
    if (status !== undefined) return t("outcome.http", { status })
    const [, said] = /^status_(\d+)$/.exec(outcome) ?? []
    if (said !== undefined) return t(said === "422" ? "outcome.refusedLater" : "outcome.asked")
    if (outcome.startsWith("file_")) return t("outcome.file")
    return t(`outcome.${outcome}`, { defaultValue: t("outcome.network") })
  }
}
