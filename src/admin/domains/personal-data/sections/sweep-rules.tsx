import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSweepOfRule } from "../../../../types/http"
import { useRuleName } from "../hooks/use-rule-name"

type SweepRulesProps = {
  rules: AdminSweepOfRule[]
  /** What would go, or what went. */
  tense: "would" | "did"
}

/** What a sweep did, or would do, rule by rule; rules with nothing to tell are left out. */
export const SweepRules = ({ rules, tense }: SweepRulesProps) => {
  const { t } = useTranslation("dkRetention")
  const ruleName = useRuleName()
  const told = rules.filter(
    ({ erased, parked, waiting }) => erased + parked > 0 || Object.keys(waiting).length > 0
  )
  if (told.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t(`sweep.nothing.${tense}`)}
      </Text>
    )
  }
  return (
    <ul className="flex flex-col gap-y-2">
      {told.map(({ rule, erased, waiting, parked }) => (
        <li key={rule} className="txt-small break-words" data-testid="dk-sweep-rule">
          <span className="text-ui-fg-base font-medium">{ruleName(rule)}</span>
          {": "}
          {[
            t(`sweep.erased.${tense}`, { count: erased }),
            ...Object.entries(waiting).map(([reason, count]) =>
              t("sweep.waiting", {
                count,
                reason: t(`waiting.${reason}`, { defaultValue: reason.replaceAll("_", " ") }),
              })
            ),
            ...(parked > 0 ? [t("sweep.parked", { count: parked })] : []),
          ].join("; ")}
        </li>
      ))}
    </ul>
  )
}
