import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { REALITIES, STATES } from "../hooks/use-breach-filter"
import type { useBreachFilter } from "../hooks/use-breach-filter"

/** Open or closed ones, breaches or drills, and which title. */
export const BreachFilters = (props: ReturnType<typeof useBreachFilter>) => {
  const { which, reality, q, chooseState, chooseReality, search } = props
  const { t } = useTranslation("dkBreaches")
  const [typed, setTyped] = useState(q)
  const realities = {
    all: t("filter.kindAll"),
    real: t("filter.kindReal"),
    drill: t("filter.kindDrill"),
  }
  return (
    <form
      className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:flex-wrap lg:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        search(typed.trim())
      }}
    >
      <SelectField
        id="dk-breaches-state"
        label={t("filter.state")}
        value={which}
        options={STATES.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={chooseState}
      />
      <SelectField
        id="dk-breaches-kind"
        label={t("filter.kind")}
        value={reality}
        options={REALITIES.map((value) => ({ value, label: realities[value] }))}
        onChange={chooseReality}
      />
      <div className="w-full lg:max-w-[280px]">
        <TextField
          id="dk-breaches-q"
          label={t("search")}
          maxLength={200}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="secondary" data-testid="dk-breaches-find">
          {t("find")}
        </Button>
        {q !== "" && (
          <Button
            type="button"
            variant="transparent"
            data-testid="dk-breaches-clear"
            onClick={() => {
              setTyped("")
              search("")
            }}
          >
            {t("clear")}
          </Button>
        )}
      </div>
    </form>
  )
}
