import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { textIn } from "../event-data"
import { CloseDrawer, ReopenDrawer } from "../forms/close-drawers"
import { useDuties } from "../hooks/use-clock-texts"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { Written } from "./written"

/** The end of a case: which duties are open, then why it happened and what was learned. */
export const CloseSection = ({ breach, mayDecide }: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const dutiesText = useDuties()
  const [isDeciding, setDeciding] = useState(false)
  const isOpen = breach.state === "open"
  const duties = breach.open_duties
  const review = isOpen
    ? undefined
    : [...breach.timeline].reverse().find(({ type }) => type === "closed")
  const Drawer = isOpen ? CloseDrawer : ReopenDrawer
  return (
    <CasePart
      breach={breach}
      title={t("close.title")}
      text={t("close.text")}
      testId="dk-breach-close"
      actions={
        mayDecide && (
          <Button
            size="small"
            variant="secondary"
            disabled={isOpen && duties.length > 0}
            data-testid={isOpen ? "dk-breach-close-open" : "dk-breach-reopen"}
            onClick={() => {
              setDeciding(true)
            }}
          >
            {isOpen ? t("close.open") : t("close.reopen")}
          </Button>
        )
      }
    >
      {isOpen && (
        <div className="px-6 py-4">
          <Text size="small" className="max-w-[640px]" data-testid="dk-breach-duties">
            {duties.length === 0
              ? t("close.ready")
              : t("close.duties", { duties: dutiesText(duties) })}
          </Text>
        </div>
      )}
      {review && <Written label={t("close.cause")} text={textIn(review, "cause")} />}
      {review && <Written label={t("close.lessons")} text={textIn(review, "lessons")} />}
      {isDeciding && (
        <Drawer
          breachId={breach.id}
          onClose={() => {
            setDeciding(false)
          }}
        />
      )}
    </CasePart>
  )
}
