import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestKind } from "../../../../types/http"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { WHICH } from "../hooks/use-request-filter"
import type { RequestChoice, Which } from "../hooks/use-request-filter"
import { KINDS } from "../kinds"

type RequestFiltersProps = {
  which: Which
  kind: AdminSubjectRequestKind | "all"
  q: string
  onChoose: (change: RequestChoice) => void
}

/** Which state, what kind, and whose. */
export const RequestFilters = ({ which, kind, q, onChoose }: RequestFiltersProps) => {
  const { t } = useTranslation("dkRequests")
  const [typed, setTyped] = useState(q)
  const nameOf = (value: Which) =>
    value === "open" || value === "ended" || value === "all"
      ? t(`filter.${value}`)
      : t(`state.${value}`)
  return (
    <form
      className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:flex-wrap lg:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        onChoose({ q: typed.trim() })
      }}
    >
      <SelectField
        id="dk-requests-filter"
        label={t("filter.label")}
        value={which}
        options={WHICH.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(value) => {
          onChoose({ which: value })
        }}
      />
      <SelectField
        id="dk-requests-kind"
        label={t("kindFilter")}
        value={kind}
        options={[
          { value: "all" as const, label: t("allKinds") },
          ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={(value) => {
          onChoose({ kind: value })
        }}
      />
      <div className="w-full lg:max-w-[280px]">
        <TextField id="dk-requests-q" label={t("search")} value={typed} onChange={setTyped} />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="secondary" data-testid="dk-requests-find">
          {t("find")}
        </Button>
        {q !== "" && (
          <Button
            type="button"
            variant="transparent"
            data-testid="dk-requests-clear"
            onClick={() => {
              setTyped("")
              onChoose({ q: "" })
            }}
          >
            {t("clear")}
          </Button>
        )}
      </div>
    </form>
  )
}
