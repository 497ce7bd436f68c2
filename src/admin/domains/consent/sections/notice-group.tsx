import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSayError } from "../../../shared/use-say-error"
import type { AdminNotice } from "../../../../types/http"
import { languageName, useNoticeName } from "../hooks/use-notice-name"
import { useNextVersion } from "../hooks/use-notices"
import type { NoticeGroup as Group } from "../notice-groups"
import { VersionRow } from "./version-row"
import type { NoticeAction } from "./version-row"

type NoticeGroupProps = {
  group: Group
  onAct: (action: NoticeAction, notice: AdminNotice) => void
}

/** One text in one language, with its versions. */
export const NoticeGroup = ({ group, onAct }: NoticeGroupProps) => {
  const { t, i18n } = useTranslation("dkNotices")
  const nameOf = useNoticeName()
  const next = useNextVersion()
  const sayError = useSayError()
  const { about, versions } = group
  const [newest] = versions
  const hasDraft = versions.some(({ state }) => state === "draft")
  return (
    <section data-testid="dk-notice-group">
      <div className="flex items-center justify-between gap-4 px-6 pb-1 pt-4">
        <div>
          <Heading level="h2">{nameOf(about)}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {languageName(about.locale, i18n.language)}
          </Text>
        </div>
        {newest && !hasDraft && (
          <Button
            size="small"
            variant="secondary"
            isLoading={next.isPending}
            data-testid="dk-notice-next"
            onClick={() => {
              next.mutate(newest, {
                onSuccess: ({ notice }) => {
                  onAct("edit", notice)
                },
                onError: sayError,
              })
            }}
          >
            {t("next")}
          </Button>
        )}
      </div>
      <ul className="divide-y">
        {versions.map((notice) => (
          <VersionRow key={notice.id} notice={notice} onAct={onAct} />
        ))}
      </ul>
    </section>
  )
}
