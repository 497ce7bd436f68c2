import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { Reading } from "../../../shared/reading"
import { TextField } from "../../../shared/text-field"
import { usePublishNotice, useStarterNotice } from "../hooks/use-staff-notice"

/** The text that staff is told before what they read is logged: read it, change it, publish it. */
export const StaffNoticeDrawer = ({ onClose }: { onClose: () => void }) => {
  const { t, i18n } = useTranslation("dkAccess")
  const locale = localeOf(i18n.language)
  const starter = useStarterNotice(locale)
  const publish = usePublishNotice(locale)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? starter.data ?? ""
  return (
    <FormDrawer
      title={t("notice.title")}
      text={t("notice.text")}
      submitLabel={t("notice.publish")}
      isPending={publish.isPending}
      isReady={text.trim() !== ""}
      error={publish.error}
      testId="dk-staff-notice"
      onSubmit={() => {
        publish.mutate(text, {
          onSuccess: () => {
            toast.success(t("notice.published"))
            onClose()
          },
        })
      }}
      onClose={onClose}
    >
      <Reading query={starter} lines={12} />
      {starter.data !== undefined && (
        <TextField
          id="dk-staff-notice-body"
          label={t("notice.body")}
          hint={t("notice.bodyHint")}
          rows={22}
          isRequired
          maxLength={50_000}
          value={text}
          onChange={setTyped}
        />
      )}
    </FormDrawer>
  )
}
