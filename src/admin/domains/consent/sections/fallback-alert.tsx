import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { languageName, useNoticeName } from "../hooks/use-notice-name"
import { useFallbacks } from "../hooks/use-notices"

/** Texts that customers get in another language than their own, or not at all. Silent when there are none. */
export const FallbackAlert = () => {
  const { t, i18n } = useTranslation("dkNotices")
  const nameOf = useNoticeName()
  const fallbacks = useFallbacks().data?.fallbacks ?? []
  if (fallbacks.length === 0) return null
  const named = (tag: string) => languageName(tag, i18n.language)
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-notice-fallbacks">
        <p className="font-medium">{t("fallbacks.title")}</p>
        <ul>
          {fallbacks.map(({ locale, uses, ...about }) => {
            const name = nameOf(about)
            const language = named(locale)
            return (
              <li key={[about.kind, about.purpose, about.channel, locale].join(":")}>
                {uses === null
                  ? t("fallbacks.none", { name, language })
                  : t("fallbacks.uses", { name, language, other: named(uses) })}
              </li>
            )
          })}
        </ul>
      </Alert>
    </div>
  )
}
