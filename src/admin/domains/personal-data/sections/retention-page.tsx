import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminRetention } from "../../../../types/http"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useRetention } from "../hooks/use-retention"
import { RetentionChart } from "./retention-chart"
import { RetentionRules } from "./retention-rules"
import { StopSection } from "./stop-section"

const WithoutRule = ({ columns }: { columns: AdminRetention["without_rule"] }) => {
  const { t } = useTranslation("dkRetention")
  if (columns.length === 0) return null
  return (
    <Alert variant="error" data-testid="dk-without-rule">
      <p className="font-medium">{t("withoutRule")}</p>
      <ul className="list-disc break-words pl-4">
        {columns.map(({ table, column }) => (
          <li key={`${table}.${column}`}>{`${table}.${column}`}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** How long the shop keeps what, what goes when, and the way to stop it. */
export const RetentionPage = () => {
  const { t } = useTranslation("dkRetention")
  const query = useRetention()
  const { data } = query
  if (!data) {
    return (
      <Section level="h1" title={t("title")} text={t("text")} testId="dk-retention">
        <Reading query={query} lines={8} />
      </Section>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <WithoutRule columns={data.without_rule} />
      {data.stop && <StopSection stop={data.stop} />}
      <RetentionRules rules={data.rules} />
      <RetentionChart retention={data} />
      {!data.stop && <StopSection stop={null} />}
    </div>
  )
}
