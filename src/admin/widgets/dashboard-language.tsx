import { useEffect, useRef } from "react"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Section } from "../shared/section"
import { guarded } from "../shared/guarded"

/** Medusa's own list of languages has no Danish; a store that offers it (`dashboard-da`) gets the choice here. */
const DashboardLanguage = () => {
  const { t, i18n } = useTranslation("dkDashboard")
  const isDanish = i18n.language === "da"
  const before = useRef(i18n.language)

  useEffect(() => {
    const isNew = before.current !== i18n.language
    before.current = i18n.language
    // The texts come when the dashboard starts, and only to a browser that remembers Danish.
    if (isNew && isDanish) window.location.reload()
  }, [isDanish, i18n.language])

  if (!i18n.hasResourceBundle("da", "dkDanish")) return null
  return (
    <Section
      title={t("title")}
      text={t("explain")}
      testId="dk-dashboard-language"
      actions={
        <Button
          size="small"
          variant="secondary"
          lang={isDanish ? undefined : "da"}
          onClick={() => void i18n.changeLanguage(isDanish ? "en" : "da")}
        >
          {t("change")}
        </Button>
      }
    />
  )
}

export const config = defineWidgetConfig({ zone: "profile.details.after" })

export default guarded(DashboardLanguage)
