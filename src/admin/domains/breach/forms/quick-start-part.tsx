import { useTranslation } from "react-i18next"
import type { AdminBreachQuickStart } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { QUICK_STARTS } from "../words"
import { QuickStartQuestions } from "./quick-start-questions"

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
      {known && <QuickStartQuestions quickStart={known} />}
    </>
  )
}
