import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRetentionChange, RetentionUnit } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { formatMoment } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useRetentionChanges, useSetRetention } from "../hooks/use-retention"
import { useStaffName } from "../hooks/use-staff-name"
import type { EditableRule } from "../retention"

const UNITS: readonly RetentionUnit[] = ["days", "months"]

const Change = ({ change }: { change: AdminRetentionChange }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const name = useStaffName(change.changed_by)
  return (
    <li data-testid="dk-retention-change">
      <Text size="small" weight="plus">
        {t(`term.${change.unit}`, { count: change.term })}
      </Text>
      <Text size="small" className="break-words">
        {change.reason}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {formatMoment(change.created_at, i18n.language)}
        {name !== undefined && ` ${t("by", { name })}`}
      </Text>
    </li>
  )
}

const History = ({ rule }: { rule: string }) => {
  const { t } = useTranslation("dkRetention")
  const query = useRetentionChanges(rule)
  const changes = query.data?.changes ?? []
  return (
    <div>
      <Text size="small" weight="plus">
        {t("edit.history")}
      </Text>
      <Reading query={query} />
      {query.data && changes.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("edit.never")}
        </Text>
      )}
      <ul className="mt-2 flex flex-col gap-y-3">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
    </div>
  )
}

/** Sets how long one kind of data is kept, and why; what was set before stands below. */
export const TermDrawer = ({ rule, onClose }: { rule: EditableRule; onClose: () => void }) => {
  const { t } = useTranslation("dkRetention")
  const errorText = useErrorText()
  const [draft, setDraft] = useState({ term: rule.term.toString(), unit: rule.unit, reason: "" })
  const save = useSetRetention()
  const { error } = save
  const isAtTerm = error instanceof ApiError && error.field === "term"
  const change = (values: Partial<typeof draft>) => {
    save.reset()
    setDraft({ ...draft, ...values })
  }
  const term = Number(draft.term)
  const submit = () => {
    save.mutate(
      { rule: rule.rule, term, unit: draft.unit, reason: draft.reason },
      {
        onSuccess: () => {
          toast.success(t("edit.done"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("edit.title", { rule: t(`rule.${rule.rule}.title`) })}
      text={t("edit.text", {
        usual: t(`term.${rule.default_unit}`, { count: rule.default_term }),
      })}
      submitLabel={t("edit.save")}
      isPending={save.isPending}
      isReady={Number.isInteger(term) && term > 0 && draft.reason.trim() !== ""}
      error={isAtTerm ? null : error}
      testId="dk-term-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id="dk-term"
        label={t("edit.term")}
        type="number"
        isRequired
        value={draft.term}
        problem={isAtTerm ? errorText(error) : null}
        onChange={(value) => {
          change({ term: value })
        }}
      />
      <SelectField
        id="dk-term-unit"
        label={t("edit.unit")}
        value={draft.unit}
        options={UNITS.map((value) => ({ value, label: t(`edit.units.${value}`) }))}
        onChange={(unit) => {
          change({ unit })
        }}
      />
      <TextField
        id="dk-term-reason"
        label={t("why")}
        hint={t("edit.reasonHint")}
        rows={3}
        isRequired
        maxLength={500}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
      />
      <History rule={rule.rule} />
    </FormDrawer>
  )
}
