import { Alert, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { ApiError } from "../../../shared/api"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { useErrorText } from "../../../shared/use-error-text"
import { useNoticeName } from "../hooks/use-notice-name"
import { useHints, usePublish } from "../hooks/use-notices"
import { startOf } from "../notice-draft"
import { NoticeText } from "../sections/notice-text"

/** The text as it will stand for good, from when, and the last warning. */
export const PublishDrawer = ({
  notice,
  onClose,
}: {
  notice: AdminNotice
  onClose: () => void
}) => {
  const { t } = useTranslation("dkNotices")
  const nameOf = useNoticeName()
  const errorText = useErrorText()
  const [day, setDay] = useState("")
  const publish = usePublish(notice.id)
  const hints = useHints(notice.body).data ?? []
  const { error } = publish
  const isOfDay = error instanceof ApiError && error.field === "effective_from"
  return (
    <FormDrawer
      title={t("publishing.title", { name: nameOf(notice) })}
      text={t("publishing.text")}
      submitLabel={t("publishing.confirm")}
      isPending={publish.isPending}
      error={isOfDay ? null : error}
      testId="dk-notice-publish-drawer"
      onSubmit={() => {
        const from = startOf(day)
        publish.mutate(
          { sha256: notice.sha256, ...(from !== undefined && { effective_from: from }) },
          {
            onSuccess: () => {
              toast.success(t("publishing.done"))
              onClose()
            },
          }
        )
      }}
      onClose={onClose}
    >
      {hints.length > 0 && (
        <Alert variant="warning" data-testid="dk-notice-publish-hints">
          {t("publishing.hints", { count: hints.length })}
        </Alert>
      )}
      {notice.material && <Alert variant="info">{t("publishing.material")}</Alert>}
      <TextField
        id="dk-notice-day"
        label={t("publishing.day")}
        hint={t("publishing.dayHint")}
        problem={isOfDay ? errorText(new ApiError(400, "in_the_past", "")) : null}
        type="date"
        value={day}
        onChange={(text) => {
          publish.reset()
          setDay(text)
        }}
      />
      <div>
        <Text size="small" weight="plus">
          {t("publishing.sha")}
        </Text>
        <code className="txt-compact-xsmall break-all">{notice.sha256}</code>
      </div>
      <div className="border-ui-border-base bg-ui-bg-subtle rounded-md border p-4">
        <NoticeText body={notice.body} data={notice.data} locale={notice.locale} />
      </div>
    </FormDrawer>
  )
}
