import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { AdminBreachQuickStart, AdminBreachTip, AdminOpenBreach } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { ErrorNotice } from "../../../shared/error-notice"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { useErrorText } from "../../../shared/use-error-text"
import { draftOf, factsOf, NOTHING } from "../facts-draft"
import type { FactsDraft } from "../facts-draft"
import { fieldOf } from "../hooks/use-act-form"
import { useOpenBreach, useQuickStarts } from "../hooks/use-breaches"
import { useFocusProblem } from "../hooks/use-focus-problem"
import { beginAnew, begunBy, UNBEGUN } from "../quick-start-draft"
import { SOURCES } from "../words"
import { FACT_FIELDS, FactField, FactLists, isFactsReady } from "./facts-fields"
import { QuickStartPart } from "./quick-start-part"

type Draft = {
  facts: FactsDraft
  source: AdminOpenBreach["source"]
  quickStart: AdminBreachQuickStart["id"] | null
  isDrill: boolean
}

const begin = (tip: AdminBreachTip | null): Draft => ({
  facts: draftOf({ ...NOTHING, detected_at: tip?.created_at ?? new Date().toISOString() }),
  ...{ source: tip ? "customer" : "staff", quickStart: null, isDrill: false },
})

const useOpening = (tip: AdminBreachTip | null, onClose: () => void) => {
  const { t } = useTranslation("dkBreaches")
  const errorText = useErrorText()
  const navigate = useNavigate()
  const open = useOpenBreach()
  const [begun] = useState(() => begin(tip))
  const [draft, setDraft] = useState(begun)
  const field = fieldOf(open.error, FACT_FIELDS)
  useFocusProblem(open.error)
  return {
    ...{
      draft,
      isTyped: draft !== begun,
      isPending: open.isPending,
      error: field === null ? open.error : null,
    },
    problemOf: (name: string): string | null =>
      open.error instanceof ApiError && field === name ? errorText(open.error) : null,
    change: (change: Partial<Draft>) => {
      open.reset()
      setDraft({ ...draft, ...change })
    },
    submit: () => {
      const { facts, source, quickStart, isDrill } = draft
      open.mutate(
        {
          ...{ source, quick_start: quickStart, is_drill: isDrill },
          facts: factsOf(facts, NOTHING),
          ...(tip && { report_id: tip.id }),
        },
        {
          onSuccess: ({ breach }) => {
            toast.success(breach.is_drill ? t("createDrill") : t("created"))
            onClose()
            void navigate(`/privacy/breaches/${breach.id}`)
          },
        }
      )
    },
  }
}

type Opening = ReturnType<typeof useOpening>

const RealityField = ({ draft, change }: Opening) => {
  const { t } = useTranslation("dkBreaches")
  return (
    <div className="flex flex-col gap-y-1">
      <SelectField
        id="dk-breach-reality"
        label={t("reality")}
        value={draft.isDrill ? "drill" : "real"}
        options={(["real", "drill"] as const).map((value) => ({
          ...{ value, label: t(`realityOption.${value}`) },
        }))}
        onChange={(value) => {
          change({ isDrill: value === "drill" })
        }}
      />
      {draft.isDrill && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("drillHint")}
        </Text>
      )}
    </div>
  )
}

const BEFORE_LISTS = ["title", "aware_at", "detected_at", "occurred_from", "occurred_to"] as const

const Fields = ({ hasTip, ...opening }: Opening & { hasTip: boolean }) => {
  const { draft, problemOf, change } = opening
  const { t } = useTranslation("dkBreaches")
  const fields = {
    ...{ draft: draft.facts, problemOf },
    onChange: (facts: Partial<FactsDraft>) => {
      change({ facts: { ...draft.facts, ...facts } })
    },
  }
  return (
    <>
      {BEFORE_LISTS.map((name) => (
        <FactField key={name} name={name} {...fields} />
      ))}
      {!hasTip && (
        <SelectField
          id="dk-breach-source"
          label={t("sourceLabel")}
          value={draft.source}
          options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          onChange={(source) => {
            change({ source })
          }}
        />
      )}
      {draft.source === "processor" && <FactField name="processor" {...fields} />}
      <FactField name="nature" {...fields} />
      <FactLists {...fields} />
      <FactField name="measures_taken" {...fields} />
    </>
  )
}

type OpenBreachDrawerProps = {
  /** What a customer told of; the case begins from it. */
  tip?: AdminBreachTip
  onClose: () => void
}

/** Records a breach or begins a drill: what it is like, what is known, and from when the limit runs. */
export const OpenBreachDrawer = ({ tip, onClose }: OpenBreachDrawerProps) => {
  const { t, i18n } = useTranslation("dkBreaches")
  const quickStarts = useQuickStarts(localeOf(i18n.language))
  const opening = useOpening(tip ?? null, onClose)
  const { draft, change } = opening
  const begunOf = (quickStart: AdminBreachQuickStart | null | undefined) =>
    quickStart ? begunBy(quickStart, t(`quickStart.${quickStart.id}`)) : UNBEGUN
  const choose = (chosen: AdminBreachQuickStart | null) => {
    const before = quickStarts.data?.find(({ id }) => id === draft.quickStart)
    change({
      quickStart: chosen?.id ?? null,
      ...beginAnew(draft, begunOf(before), begunOf(chosen)),
    })
  }
  return (
    <FormDrawer
      title={t("create")}
      text={t("createText")}
      submitLabel={t("create")}
      isPending={opening.isPending}
      isReady={isFactsReady(draft.facts)}
      error={opening.error}
      isTyped={opening.isTyped}
      testId="dk-breach-drawer"
      onSubmit={opening.submit}
      onClose={onClose}
    >
      {tip && (
        <div className="bg-ui-bg-subtle rounded-md border p-4">
          <Text size="small" weight="plus">
            {t("tips.wrote")}
          </Text>
          <Text size="small" className="mt-1 whitespace-pre-wrap break-words">
            {tip.message}
          </Text>
        </div>
      )}
      {quickStarts.error && <ErrorNotice error={quickStarts.error} />}
      <QuickStartPart
        quickStarts={quickStarts.data ?? []}
        chosen={draft.quickStart}
        onChoose={choose}
      />
      <RealityField {...opening} />
      <Fields {...opening} hasTip={tip !== undefined} />
    </FormDrawer>
  )
}
