import { Alert, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNotice, AdminNoticeCheck } from "../../../../types/http"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { ErrorNotice } from "../../../shared/error-notice"
import { useWord } from "../../personal-data/hooks/use-word"
import { useNoticeCheck } from "../hooks/use-notices"

type PartProps = { title: string; lines: readonly string[]; hint?: string }

const Part = ({ title, lines, hint }: PartProps) => {
  if (lines.length === 0) return null
  return (
    <div>
      <Text size="small" weight="plus">
        {title}
      </Text>
      {hint !== undefined && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
      <ul className="txt-small text-ui-fg-subtle list-disc pl-5">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Findings = ({ check }: { check: AdminNoticeCheck }) => {
  const { t } = useTranslation("dkNotices")
  const word = useWord()
  const { categories, recipients, deadlines } = check
  const named = (names: readonly string[]) => names.map((name) => word("category", name))
  return (
    <div className="flex flex-col gap-y-3">
      <Part title={t("check.missingCategories")} lines={named(categories.missing)} />
      <Part title={t("check.unknownCategories")} lines={named(categories.unknown)} />
      <Part title={t("check.missingRecipients")} lines={recipients.missing} />
      <Part title={t("check.unknownRecipients")} lines={recipients.unknown} />
      <Part title={t("check.missingDeadlines")} lines={named(deadlines.missing)} />
      <Part
        title={t("check.differentDeadlines")}
        hint={t("check.differentHint")}
        lines={deadlines.different.map(
          ({ category, declared }) => `${word("category", category)}: ${declared}`
        )}
      />
    </div>
  )
}

/** Whether what a policy declares is what the map and the record of processing say. */
export const CheckResult = ({ notice }: { notice: AdminNotice }) => {
  const { t } = useTranslation("dkNotices")
  const { data, error, refetch } = useNoticeCheck(notice.id, notice.sha256)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <LinesSkeleton lines={3} />
  const { check } = data
  return (
    <div className="flex flex-col items-start gap-y-3" data-testid="dk-notice-check">
      <StatusBadge color={check.fits ? "green" : "orange"}>
        {check.fits ? t("check.fits") : t("check.differs")}
      </StatusBadge>
      {check.fits && <Text size="small">{t("check.fitsText")}</Text>}
      {check.declares_nothing ? (
        <Alert variant="warning">{t("check.nothing")}</Alert>
      ) : (
        <Findings check={check} />
      )}
    </div>
  )
}
