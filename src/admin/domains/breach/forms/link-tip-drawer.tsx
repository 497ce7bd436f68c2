import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachTip } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { SelectField } from "../../../shared/select-field"
import { useBreaches } from "../hooks/use-breaches"
import { useDecideTip } from "../hooks/use-tips"

/** So many open cases that more would be no choice. */
const CHOICE = 100

/** Makes a report part of a case that is open. */
export const LinkTipDrawer = ({ tip, onClose }: { tip: AdminBreachTip; onClose: () => void }) => {
  const { t } = useTranslation("dkBreaches")
  const open = useBreaches({ state: "open", limit: CHOICE, offset: 0 })
  const [chosen, setChosen] = useState("")
  const decide = useDecideTip(tip.id)
  const cases = open.data?.breaches ?? []
  const value = chosen === "" ? (cases[0]?.id ?? "") : chosen
  return (
    <FormDrawer
      title={t("tips.link")}
      text={t("tips.linkText")}
      submitLabel={t("tips.link")}
      isPending={decide.isPending}
      isReady={value !== ""}
      error={decide.error ?? open.error}
      testId="dk-breach-tip-drawer"
      onSubmit={() => {
        decide.mutate(value, {
          onSuccess: () => {
            toast.success(t("tips.linked"))
            onClose()
          },
        })
      }}
      onClose={onClose}
    >
      {open.isPending && <LinesSkeleton lines={2} />}
      {open.data && cases.length === 0 && <Text size="small">{t("tips.noCase")}</Text>}
      {cases.length > 0 && (
        <SelectField
          id="dk-breach-tip-case"
          label={t("tips.linkTo")}
          value={value}
          options={cases.map(({ id, title, is_drill: isDrill }) => ({
            ...{ value: id, label: isDrill ? `${t("drill")}: ${title}` : title },
          }))}
          onChange={setChosen}
        />
      )}
    </FormDrawer>
  )
}
