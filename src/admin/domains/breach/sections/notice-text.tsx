import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { localeOf } from "../../../shared/locale"
import type { Locale } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"

/** The notice as it is stored, in one language at a time. */
export const NoticeText = ({ notice }: { notice: NonNullable<AdminBreachDetail["notice"]> }) => {
  const { t, i18n } = useTranslation("dkBreachPeople")
  const [locale, setLocale] = useState<Locale>(localeOf(i18n.language))
  const { subject, text } = notice[locale]
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <SelectField
        id="dk-breach-notice-locale"
        label={t("notice.language")}
        isLabelHidden
        value={locale}
        options={(["da", "en"] as const).map((value) => ({
          ...{ value, label: t(`notice.locale.${value}`) },
        }))}
        onChange={setLocale}
      />
      <section
        aria-label={t("notice.title")}
        className="bg-ui-bg-subtle w-full rounded-md border p-4"
        data-testid="dk-breach-notice-text"
      >
        <Text size="small" weight="plus" className="break-words">
          {subject}
        </Text>
        <Text size="small" className="mt-2 whitespace-pre-wrap break-words">
          {text}
        </Text>
      </section>
    </div>
  )
}
