import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { RiskDrawer } from "../forms/risk-drawer"
import { RuleOutDrawer } from "../forms/rule-out-drawer"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { Written } from "./written"

const COLOURS = { unlikely: "green", risk: "orange", high: "red" } as const

const Assessment = ({ breach: { assessment } }: { breach: AdminBreachDetail }) => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  if (assessment === null) return null
  const { risk, reasoning, exemption, exemption_reason: reason } = assessment
  return (
    <>
      <div className="flex flex-col items-start gap-y-2 px-6 py-4">
        <StatusBadge color={COLOURS[risk]}>{tBreaches(`risk.${risk}`)}</StatusBadge>
        {exemption === null && (
          <Text size="small" className="max-w-[640px]">
            {t(`risk.means.${risk}`)}
          </Text>
        )}
      </div>
      <Written label={t("risk.reasoning")} text={reasoning} />
      {exemption !== null && (
        <Written
          label={t("risk.exempt")}
          text={`${t(`risk.exemptionMeans.${exemption}`)}\n${reason ?? ""}`.trim()}
        />
      )}
    </>
  )
}

/** How bad it is, why, and what that makes a duty. */
export const RiskSection = ({ breach, mayDecide }: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const [form, setForm] = useState<"assess" | "rule-out" | null>(null)
  const { assessment, is_ruled_out: isNone, state } = breach
  const close = () => {
    setForm(null)
  }
  return (
    <CasePart
      breach={breach}
      title={t("risk.title")}
      text={t("risk.text")}
      testId="dk-breach-risk"
      actions={
        state === "open" &&
        mayDecide && (
          <>
            {!isNone && (
              <Button
                size="small"
                variant="transparent"
                data-testid="dk-breach-rule-out"
                onClick={() => {
                  setForm("rule-out")
                }}
              >
                {t("risk.ruleOut")}
              </Button>
            )}
            <Button
              size="small"
              variant={assessment === null ? "primary" : "secondary"}
              data-testid="dk-breach-assess"
              onClick={() => {
                setForm("assess")
              }}
            >
              {assessment === null ? t("risk.assess") : t("risk.again")}
            </Button>
          </>
        )
      }
    >
      {isNone && (
        <div className="px-6 py-4">
          <Text size="small">{t("risk.ruledOut")}</Text>
        </div>
      )}
      {!isNone && assessment === null && (
        <div className="px-6 py-4">
          <Text size="small" className="text-ui-fg-subtle">
            {t("risk.none")}
          </Text>
        </div>
      )}
      {!isNone && <Assessment breach={breach} />}
      {form === "assess" && <RiskDrawer breach={breach} onClose={close} />}
      {form === "rule-out" && <RuleOutDrawer breachId={breach.id} onClose={close} />}
    </CasePart>
  )
}
