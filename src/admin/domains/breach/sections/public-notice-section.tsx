import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatMoment } from "../../../shared/format"
import { textIn } from "../event-data"
import { PublicNoticeDrawer } from "../forms/public-notice-drawer"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { Written } from "./written"

/** What was told in public, when telling each person would be out of proportion. */
export const PublicNoticeSection = ({ breach, mayDecide }: CaseProps) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const [isOpen, setOpen] = useState(false)
  const given = breach.timeline.filter(({ type }) => type === "public_notice")
  if (given.length === 0 && breach.duties?.publicNotice !== true) return null
  return (
    <CasePart
      breach={breach}
      title={t("publicNotice.title")}
      text={t("publicNotice.text")}
      testId="dk-breach-public"
      actions={
        breach.state === "open" &&
        mayDecide && (
          <Button
            size="small"
            variant={given.length === 0 ? "primary" : "secondary"}
            data-testid="dk-breach-public-open"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t("publicNotice.open")}
          </Button>
        )
      }
    >
      {given.length === 0 && (
        <div className="px-6 py-4">
          <Text size="small" className="text-ui-fg-subtle">
            {t("publicNotice.none")}
          </Text>
        </div>
      )}
      {given.map((event) => (
        <Written
          key={event.id}
          label={`${formatMoment(event.at, i18n.language)}: ${textIn(event, "place")}`}
          text={textIn(event, "text")}
        />
      ))}
      {isOpen && (
        <PublicNoticeDrawer
          breachId={breach.id}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </CasePart>
  )
}
