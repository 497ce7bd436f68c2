import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { languageName, useNoticeName } from "../hooks/use-notice-name"
import { useNotices } from "../hooks/use-notices"
import { CheckResult } from "./check-result"

const Policy = ({ notice }: { notice: AdminNotice }) => {
  const { t, i18n } = useTranslation("dkNotices")
  const nameOf = useNoticeName()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="small" weight="plus">
        {t("check.which", {
          name: nameOf(notice),
          language: languageName(notice.locale, i18n.language),
          version: notice.version,
        })}
      </Text>
      <CheckResult notice={notice} />
    </div>
  )
}

/** "Does your privacy policy fit?": of each that is in force. Silent while there is none. */
export const PolicyCheck = () => {
  const { t } = useTranslation("dkNotices")
  const { data } = useNotices({ kind: "privacy", limit: 100, offset: 0 })
  const policies = (data?.notices ?? []).filter(({ state }) => state === "current")
  if (policies.length === 0) return null
  return (
    <Section title={t("check.title")} text={t("check.text")} testId="dk-policy-check">
      {policies.map((notice) => (
        <Policy key={notice.id} notice={notice} />
      ))}
    </Section>
  )
}
