import { useTranslation } from "react-i18next"
import { TextsDrawer } from "./texts-drawer"

/** Notes that it was looked into, and was none. */
export const RuleOutDrawer = (props: { breachId: string; onClose: () => void }) => {
  const { t } = useTranslation("dkBreachCase")
  return (
    <TextsDrawer
      {...props}
      path="rule-out"
      title={t("risk.ruleOut")}
      text={t("risk.ruleOutText")}
      done={t("saved")}
      fields={[{ name: "reasoning", label: t("risk.reasoning"), rows: 5, maxLength: 5000 }]}
      testId="dk-breach-rule-out-drawer"
    />
  )
}
