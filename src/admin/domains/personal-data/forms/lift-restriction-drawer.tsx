import { Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { formatMoment } from "../../../shared/format"
import { FormDrawer } from "../../../shared/form-drawer"
import type { Locale } from "../../../shared/locale"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useLiftRestriction } from "../hooks/use-restrictions"
import { TellOfLifting } from "./tell-of-lifting"

type LiftRestrictionDrawerProps = {
  id: string
  /** Language of a mail to the person. */
  locale?: Locale | undefined
  onClose: () => void
}

/** Asks why a restriction ends, and when the person was told, which comes before. */
export const LiftRestrictionDrawer = ({ id, locale, onClose }: LiftRestrictionDrawerProps) => {
  const { t, i18n } = useTranslation("dkRestrictions")
  const errorText = useErrorText()
  const [draft, setDraft] = useState({ reason: "", toldAt: "" })
  const [mailedAt, setMailedAt] = useState<string | null>(null)
  const lift = useLiftRestriction(id)
  const { error } = lift
  const isAtField = error instanceof ApiError && error.field === "told_at"
  const change = (values: Partial<typeof draft>) => {
    lift.reset()
    setDraft({ ...draft, ...values })
  }
  const submit = () => {
    const { reason, toldAt } = draft
    lift.mutate(
      { reason, told_at: mailedAt ?? new Date(toldAt).toISOString() },
      {
        onSuccess: () => {
          toast.success(t("liftDone"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("lift")}
      text={t("liftText")}
      submitLabel={t("lift")}
      isPending={lift.isPending}
      isReady={draft.reason.trim() !== "" && (mailedAt !== null || draft.toldAt !== "")}
      error={isAtField && mailedAt === null ? null : error}
      testId="dk-restriction-lift-drawer"
      onSubmit={submit}
      onClose={onClose}
    >
      {mailedAt === null ? (
        <>
          <TellOfLifting id={id} locale={locale} onTold={setMailedAt} />
          <TextField
            id="dk-restriction-told"
            label={t("told")}
            hint={t("toldHint")}
            type="datetime-local"
            isRequired
            value={draft.toldAt}
            problem={isAtField ? errorText(error) : null}
            onChange={(toldAt) => {
              change({ toldAt })
            }}
          />
        </>
      ) : (
        <Text size="small" data-testid="dk-restriction-mailed">
          {t("mail.gone", { moment: formatMoment(mailedAt, i18n.language) })}
        </Text>
      )}
      <TextField
        id="dk-restriction-reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        isRequired
        maxLength={500}
        value={draft.reason}
        onChange={(reason) => {
          change({ reason })
        }}
      />
    </FormDrawer>
  )
}
