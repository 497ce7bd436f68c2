import { useTranslation } from "react-i18next"

const KNOWN: readonly string[] = [
  ...["mailed", "texted", "called", "written", "drill"],
  ...["no_address", "no_provider", "not_reached", "told_by_hand", "interrupted"],
]

/** What came of one way to tell somebody, in words; null while it waits. */
export const useOutcome = (): ((outcome: string | null) => string) => {
  const { t } = useTranslation("dkBreachPeople")
  return (outcome) => {
    if (outcome === null) return t("outcome.waiting")
    return KNOWN.includes(outcome) ? t(`outcome.${outcome}`) : t("outcome.other")
  }
}
