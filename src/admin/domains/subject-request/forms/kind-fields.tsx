import { Checkbox, Label, RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { dayOf } from "../../personal-data/hold-state"
import { GROUNDS_OF_RESTRICTION } from "../fulfilment"
import { capital } from "../../consent/capital"
import { usePurposeName } from "../../consent/hooks/use-notice-name"
import type { KindFieldsProps } from "./kind-fields-props"
import { RectificationFields } from "./rectification-fields"

const LOCALES = ["da", "en"] as const

const CopyFields = ({ draft, onChange }: KindFieldsProps) => {
  const { t } = useTranslation("dkFulfil")
  const { t: tRequests } = useTranslation("dkRequests")
  return (
    <SelectField
      id="dk-fulfil-locale"
      label={t("copyLocale")}
      value={draft.locale}
      options={LOCALES.map((value) => ({ value, label: tRequests(`locale.${value}`) }))}
      onChange={(locale) => {
        onChange({ locale })
      }}
    />
  )
}

const ErasureFields = ({ draft, preview, problemOf, onChange }: KindFieldsProps) => {
  const { t } = useTranslation("dkFulfil")
  const waits = preview?.kind === "erasure" && preview.erasure.blocked.length > 0
  if (!waits && !draft.override && draft.finishBy === "") return null
  return (
    <div className="flex flex-col gap-y-4" data-testid="dk-fulfil-waiting">
      <TextField
        id="dk-fulfil-finish-by"
        label={t("finishBy")}
        hint={t("finishByHint")}
        type="date"
        min={dayOf(new Date())}
        value={draft.finishBy}
        problem={problemOf("finish_by")}
        onChange={(finishBy) => {
          onChange({ finishBy })
        }}
      />
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-fulfil-override"
          className="mt-0.5 shrink-0"
          checked={draft.override}
          aria-describedby="dk-fulfil-override-text"
          onCheckedChange={(next) => {
            onChange({ override: next === true })
          }}
        />
        <div>
          <Label htmlFor="dk-fulfil-override" size="small" weight="plus">
            {t("override")}
          </Label>
          <p id="dk-fulfil-override-text" className="txt-small text-ui-fg-subtle">
            {t("overrideText")}
          </p>
        </div>
      </div>
    </div>
  )
}

const RestrictionFields = ({ draft, problemOf, onChange }: KindFieldsProps) => {
  const { t: tRestrictions } = useTranslation("dkRestrictions")
  return (
    <>
      <SelectField
        id="dk-fulfil-ground"
        label={tRestrictions("groundLabel")}
        value={draft.ground}
        options={GROUNDS_OF_RESTRICTION.map((value) => ({
          value,
          label: tRestrictions(`ground.${value}`),
        }))}
        onChange={(ground) => {
          onChange({ ground })
        }}
      />
      <TextField
        id="dk-fulfil-ends-on"
        label={tRestrictions("day")}
        hint={tRestrictions("dayHint")}
        type="date"
        min={dayOf(new Date())}
        value={draft.endsOn}
        problem={problemOf("ends_on")}
        onChange={(endsOn) => {
          onChange({ endsOn })
        }}
      />
    </>
  )
}

const DECISIONS = ["upheld", "changed"] as const

const DecisionFields = ({ draft, onChange }: KindFieldsProps) => {
  const { t } = useTranslation("dkFulfil")
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" id="dk-fulfil-decision">
        {t("decisionLabel")}
      </Label>
      <RadioGroup
        value={draft.decision}
        aria-labelledby="dk-fulfil-decision"
        onValueChange={(next) => {
          onChange({ decision: DECISIONS.find((known) => known === next) ?? "" })
        }}
      >
        {DECISIONS.map((decision) => (
          <RadioGroup.ChoiceBox
            key={decision}
            value={decision}
            label={t(`decision.${decision}`)}
            description={t(`decisionText.${decision}`)}
            data-testid={`dk-fulfil-${decision}`}
          />
        ))}
      </RadioGroup>
    </div>
  )
}

const WithdrawalFields = ({ draft, known, onChange }: KindFieldsProps) => {
  const { t } = useTranslation("dkFulfil")
  const purposeName = usePurposeName()
  if (known.purposes.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-y-2" data-testid="dk-fulfil-purposes">
      <legend className="txt-compact-small-plus mb-2">{t("purposes")}</legend>
      {known.purposes.map((purpose) => (
        <div key={purpose} className="flex items-center gap-x-2">
          <Checkbox
            id={`dk-fulfil-purpose-${purpose}`}
            checked={!draft.spared.includes(purpose)}
            onCheckedChange={(next) => {
              const others = draft.spared.filter((spared) => spared !== purpose)
              onChange({ spared: next === true ? others : [...others, purpose] })
            }}
          />
          <Label htmlFor={`dk-fulfil-purpose-${purpose}`} size="small">
            {capital(purposeName(purpose))}
          </Label>
        </div>
      ))}
    </fieldset>
  )
}

/** What staff says of one kind of request beside whom it is about. */
export const KindFields = (props: KindFieldsProps) => {
  switch (props.kind) {
    case "access":
    case "portability":
      return <CopyFields {...props} />
    case "rectification":
      return <RectificationFields {...props} />
    case "erasure":
      return <ErasureFields {...props} />
    case "restriction":
      return <RestrictionFields {...props} />
    case "objection_automated":
      return <DecisionFields {...props} />
    case "consent_withdrawal":
      return <WithdrawalFields {...props} />
    case "information":
    case "objection_marketing":
      return null
  }
}
