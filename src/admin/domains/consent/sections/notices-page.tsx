import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice } from "../../../../types/http"
import { NewNoticeDrawer } from "../forms/new-notice-drawer"
import { NoticeEditor } from "../forms/notice-editor"
import { NoticeReader } from "../forms/notice-reader"
import { PublishDrawer } from "../forms/publish-drawer"
import { useNotices } from "../hooks/use-notices"
import { groupNotices } from "../notice-groups"
import type { NoticeGroup as Group } from "../notice-groups"
import { FallbackAlert } from "./fallback-alert"
import { NoticeGroup } from "./notice-group"
import { PolicyCheck } from "./policy-check"
import type { NoticeAction } from "./version-row"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"

const KINDS = [ANY, "privacy", "terms", "cookies", "marketing", "staff"] as const
const PAGE_SIZE = 50

type Open = { action: NoticeAction; notice: AdminNotice } | null

type OpenNoticeProps = { open: Open; groups: readonly Group[]; onClose: () => void }

/** The form that is open, over the list. */
const OpenNotice = ({ open, groups, onClose }: OpenNoticeProps) => {
  if (open === null) return null
  const { action, notice } = open
  if (action === "read") return <NoticeReader notice={notice} onClose={onClose} />
  if (action === "publish") return <PublishDrawer notice={notice} onClose={onClose} />
  const isSameText = ({ about }: Group) =>
    about.kind === notice.kind &&
    about.purpose === notice.purpose &&
    about.channel === notice.channel &&
    about.locale === notice.locale
  const current = groups.find(isSameText)?.versions.find(({ state }) => state === "current")
  return <NoticeEditor key={notice.id} notice={notice} current={current} onClose={onClose} />
}

/** All texts with their versions: to write, compare, publish and read. */
export const NoticesPage = () => {
  const { t } = useTranslation("dkNotices")
  const list = useList({ filters: { kind: KINDS }, size: PAGE_SIZE })
  const { kind } = list.filter
  const [creating, setCreating] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const query = useNotices({ kind: kind === ANY ? null : kind, ...list.page.range })
  const groups = groupNotices(query.data?.notices ?? [])
  const act = (action: NoticeAction, notice: AdminNotice) => {
    setCreating(false)
    setOpen({ action, notice })
  }
  const create = (
    <Button
      size="small"
      data-testid="dk-notice-create"
      onClick={() => {
        setCreating(true)
      }}
    >
      {t("create")}
    </Button>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <ListSection
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-notices"
        actions={query.data && create}
        list={list}
        query={query}
        empty={{ title: t("empty"), text: t("emptyText") }}
        choices={[
          {
            name: "kind",
            label: t("filterLabel"),
            options: KINDS.map((value) => ({
              value,
              label: value === ANY ? t("all") : t(`kind.${value}`),
            })),
          },
        ]}
        above={query.data && <FallbackAlert />}
      >
        {() => groups.map((group) => <NoticeGroup key={group.key} group={group} onAct={act} />)}
      </ListSection>
      <PolicyCheck />
      {creating && (
        <NewNoticeDrawer
          onMade={(notice) => {
            act("edit", notice)
          }}
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
      <OpenNotice
        open={open}
        groups={groups}
        onClose={() => {
          setOpen(null)
        }}
      />
    </div>
  )
}
