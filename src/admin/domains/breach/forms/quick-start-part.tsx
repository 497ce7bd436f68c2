import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBreachQuickStart } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { QUICK_STARTS } from "../words"

type QuickStartPartProps = {
  quickStarts: readonly AdminBreachQuickStart[]
  chosen: AdminBreachQuickStart["id"] | null
  onChoose: (quickStart: AdminBreachQuickStart | null) => void
}

/** What happens most: chosen, it fills the form in and says what to find out. */
export const QuickStartPart = ({ quickStarts, chosen, onChoose }: QuickStartPartProps) => {
  const { t } = useTranslation("dkBreaches")
  const known = quickStarts.find(({ id }) => id === chosen)
  return (
    <>
      <SelectField
        id="dk-breach-quick-start"
        label={t("quickStartLabel")}
        value={chosen ?? "none"}
        options={[
          { value: "none" as const, label: t("quickStartNone") },
          ...QUICK_STARTS.map((value) => ({ value, label: t(`quickStart.${value}`) })),
        ]}
        onChange={(value) => {
          onChoose(quickStarts.find(({ id }) => id === value) ?? null)
        }}
      />
      {known && (
        <section
          aria-label={t("questions")}
          className="bg-ui-bg-subtle rounded-md border p-4"
          data-testid="dk-breach-questions"
        >
          <Text size="small" weight="plus">
            {t("questions")}
          </Text>
          <ul className="txt-small mt-2 list-disc space-y-1 pl-4">
            {known.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          <Text size="small" className="text-ui-fg-subtle mt-2">
            {t("likely", { risk: t(`risk.${known.likely_risk}`).toLowerCase() })}
          </Text>
        </section>
      )}
    </>
  )
}
