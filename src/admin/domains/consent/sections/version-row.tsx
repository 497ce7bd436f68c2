import { Badge, Button, StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminNotice, NoticeState } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { useDeleteNotice } from "../hooks/use-notices"

const COLOURS = { draft: "grey", coming: "blue", current: "green", replaced: "grey" } as const

/** The day of an instant where the reader is. */
const dayOf = (iso: string): string => new Intl.DateTimeFormat("sv-SE").format(new Date(iso))

/** What a version is now, and since when or from when. */
const Facts = ({ notice }: { notice: AdminNotice }) => {
  const { t, i18n } = useTranslation("dkNotices")
  const { state, effective_from: from } = notice
  const day = from === null ? "" : formatDay(dayOf(from), i18n.language)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus">
          {t("version", { version: notice.version })}
        </Text>
        <StatusBadge color={COLOURS[state]}>{t(`state.${state}`, { day })}</StatusBadge>
        {notice.material && <Badge size="2xsmall">{t("material")}</Badge>}
      </div>
      {from !== null && state !== "coming" && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("since", { day: formatMoment(from, i18n.language) })}
        </Text>
      )}
      <code className="text-ui-fg-subtle txt-compact-xsmall truncate" title={notice.sha256}>
        SHA-256 {notice.sha256.slice(0, 16)}…
      </code>
    </div>
  )
}

const RemoveButton = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkNotices")
  const { t: tShared } = useTranslation("dkShared")
  const remove = useDeleteNotice()
  const prompt = usePrompt()
  const sayError = useSayError()
  const press = async () => {
    const isSure = await prompt({
      title: t("remove"),
      description: t("removeText"),
      confirmText: t("remove"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (!isSure) return
    remove.mutate(id, { onSuccess: () => toast.success(t("removed")), onError: sayError })
  }
  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={remove.isPending}
      data-testid="dk-notice-remove"
      onClick={() => void press()}
    >
      {t("remove")}
    </Button>
  )
}

export type NoticeAction = "read" | "edit" | "publish"

const ACTIONS: Record<NoticeState, readonly NoticeAction[]> = {
  draft: ["edit", "publish"],
  coming: ["read"],
  current: ["read"],
  replaced: ["read"],
}

type VersionRowProps = {
  notice: AdminNotice
  onAct: (action: NoticeAction, notice: AdminNotice) => void
}

/** One version of a text: what it is, and what can be done with it. A published one can only be read. */
export const VersionRow = ({ notice, onAct }: VersionRowProps) => {
  const { t } = useTranslation("dkNotices")
  return (
    <li
      className="flex flex-col gap-3 px-6 py-3 md:flex-row md:items-center md:justify-between"
      data-testid="dk-notice-version"
    >
      <Facts notice={notice} />
      <div className="flex shrink-0 flex-wrap gap-2">
        {ACTIONS[notice.state].map((action) => (
          <Button
            key={action}
            size="small"
            variant={action === "publish" ? "primary" : "secondary"}
            data-testid={`dk-notice-${action}`}
            onClick={() => {
              onAct(action, notice)
            }}
          >
            {t(action)}
          </Button>
        ))}
        {notice.state === "draft" && <RemoveButton id={notice.id} />}
      </div>
    </li>
  )
}
