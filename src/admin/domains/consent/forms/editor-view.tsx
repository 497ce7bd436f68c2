import { Tabs, Text } from "@medusajs/ui"
import { useDeferredValue } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import type { NoticeDraft } from "../notice-draft"
import { CheckResult } from "../sections/check-result"
import { DiffView } from "../sections/diff-view"
import { NoticeText } from "../sections/notice-text"

type EditorViewProps = {
  stored: AdminNotice
  draft: NoticeDraft
  current: AdminNotice | undefined
}

/** Beside a draft: how it will look, what it changes, and, of a policy, whether it fits the shop. */
export const EditorView = ({ stored, draft, current }: EditorViewProps) => {
  const { t } = useTranslation("dkNotices")
  // Long texts are drawn when there is time between two keys.
  const shown = useDeferredValue(draft)
  const { locale } = stored
  return (
    <Tabs defaultValue="preview" className="min-w-0 self-start lg:sticky lg:top-6">
      <Tabs.List aria-label={t("editor.tabsLabel")} className="flex-wrap">
        <Tabs.Trigger value="preview">{t("editor.tabs.preview")}</Tabs.Trigger>
        <Tabs.Trigger value="diff" data-testid="dk-notice-tab-diff">
          {t("editor.tabs.diff")}
        </Tabs.Trigger>
        {stored.kind === "privacy" && (
          <Tabs.Trigger value="check" data-testid="dk-notice-tab-check">
            {t("editor.tabs.check")}
          </Tabs.Trigger>
        )}
      </Tabs.List>
      <div className="border-ui-border-base bg-ui-bg-subtle mt-4 rounded-md border p-4 lg:max-h-[75vh] lg:overflow-auto">
        <Tabs.Content value="preview">
          <NoticeText body={shown.body} data={shown.data} locale={locale} />
        </Tabs.Content>
        <Tabs.Content value="diff">
          <DiffView draft={{ ...shown, locale }} current={current} />
        </Tabs.Content>
        {stored.kind === "privacy" && (
          <Tabs.Content value="check" className="flex flex-col gap-y-3">
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t("check.saved")}
            </Text>
            <CheckResult notice={stored} />
          </Tabs.Content>
        )}
      </div>
    </Tabs>
  )
}
