import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreachQuickStart } from "../../../../types/http"

/** What to find out, and what it mostly comes to. */
export const QuickStartQuestions = ({ quickStart }: { quickStart: AdminBreachQuickStart }) => {
  const { t } = useTranslation("dkBreaches")
  return (
    <section
      aria-label={t("questions")}
      className="bg-ui-bg-subtle rounded-md border p-4"
      data-testid="dk-breach-questions"
    >
      <Text size="small" weight="plus">
        {t("questions")}
      </Text>
      <ul className="txt-small mt-2 list-disc space-y-1 pl-4">
        {quickStart.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <Text size="small" className="text-ui-fg-subtle mt-2">
        {t("likely", { risk: t(`risk.${quickStart.likely_risk}`).toLowerCase() })}
      </Text>
    </section>
  )
}
