import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import type { Locale } from "../../../shared/locale"
import { TextField } from "../../../shared/text-field"
import { useSetRecordSecurity } from "../hooks/use-record"

type SecurityDrawerProps = { locale: Locale; text: string; onClose: () => void }

/** The record's paragraph on security measures: only staff knows what is done. */
export const SecurityDrawer = ({ locale, text, onClose }: SecurityDrawerProps) => {
  const { t } = useTranslation("dkDataMap")
  const { t: tShared } = useTranslation("dkShared")
  const [draft, setDraft] = useState(text)
  const { mutate, error, isPending } = useSetRecordSecurity(locale)
  return (
    <FormDrawer
      title={t("record.security")}
      text={t("record.securityHint")}
      submitLabel={tShared("save")}
      isPending={isPending}
      isReady={draft.trim() !== ""}
      error={error}
      testId="dk-security-drawer"
      onSubmit={() => {
        mutate(
          { security: draft.trim() },
          {
            onSuccess: () => {
              toast.success(t("record.securitySaved"))
              onClose()
            },
          }
        )
      }}
      onClose={onClose}
    >
      <TextField
        id="dk-record-security"
        label={t("record.securityLabel")}
        rows={14}
        isRequired
        maxLength={10_000}
        value={draft}
        onChange={setDraft}
      />
    </FormDrawer>
  )
}
