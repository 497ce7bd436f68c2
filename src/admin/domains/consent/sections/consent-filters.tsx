import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useConsentNumbers } from "../hooks/use-consents"
import type { ConsentFilter } from "../hooks/use-consents"
import { usePurposeName } from "../hooks/use-notice-name"

const CHANNELS = ["email", "sms", "cookies"] as const
const STATES = ["given", "refused", "withdrawn", "objected", "superseded"] as const
/** A choice in a list cannot be the empty text. */
const ALL = "all"

export const ANY: ConsentFilter = { purpose: "", channel: "", state: "", q: "" }

type ChoiceProps = {
  id: string
  label: string
  all: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

const Choice = ({ all, value, options, onChange, ...field }: ChoiceProps) => (
  <SelectField
    {...field}
    value={value === "" ? ALL : value}
    options={[{ value: ALL, label: all }, ...options]}
    onChange={(next) => {
      onChange(next === ALL ? "" : next)
    }}
  />
)

type ConsentFiltersProps = { filter: ConsentFilter; onChange: (filter: ConsentFilter) => void }

/** Whose, of what, and which answer. */
export const ConsentFilters = ({ filter, onChange }: ConsentFiltersProps) => {
  const { t } = useTranslation("dkConsents")
  const nameOf = usePurposeName()
  const purposes = useConsentNumbers("").data?.purposes ?? []
  const [q, setQ] = useState(filter.q)
  const isFiltered = Object.values(filter).some((value) => value !== "")
  return (
    <form
      className="flex flex-col gap-4 px-6 py-4 lg:flex-row lg:flex-wrap lg:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        onChange({ ...filter, q: q.trim() })
      }}
    >
      <Choice
        id="dk-consent-purpose"
        label={t("filter.purpose")}
        all={t("filter.allPurposes")}
        value={filter.purpose}
        options={purposes.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(purpose) => {
          onChange({ ...filter, purpose })
        }}
      />
      <Choice
        id="dk-consent-channel"
        label={t("filter.channel")}
        all={t("filter.allChannels")}
        value={filter.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => {
          onChange({ ...filter, channel })
        }}
      />
      <Choice
        id="dk-consent-state"
        label={t("filter.state")}
        all={t("filter.allStates")}
        value={filter.state}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => {
          onChange({ ...filter, state })
        }}
      />
      <div className="w-full lg:max-w-[280px]">
        <TextField id="dk-consent-q" label={t("filter.q")} value={q} onChange={setQ} />
      </div>
      <div className="flex gap-2">
        <Button type="submit" variant="secondary" data-testid="dk-consent-find">
          {t("filter.find")}
        </Button>
        {isFiltered && (
          <Button
            type="button"
            variant="transparent"
            data-testid="dk-consent-clear"
            onClick={() => {
              setQ("")
              onChange(ANY)
            }}
          >
            {t("filter.clear")}
          </Button>
        )}
      </div>
    </form>
  )
}
