import { useTranslation } from "react-i18next"

/** What a rule is called; one that a domain or plugin registered and no text knows, by its own name. */
export const useRuleName = (): ((rule: string) => string) => {
  const { t } = useTranslation("dkRetention")
  return (rule) => t(`rule.${rule}.title`, { defaultValue: rule.replaceAll("_", " ") })
}
