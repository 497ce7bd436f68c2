import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminNotice, NoticeKind } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
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

const KINDS: readonly NoticeKind[] = ["privacy", "terms", "cookies", "marketing", "staff"]
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

type FilterProps = { kind: NoticeKind | "all"; onKind: (kind: NoticeKind | "all") => void }

const Filter = ({ kind, onKind }: FilterProps) => {
  const { t } = useTranslation("dkNotices")
  return (
    <SelectField
      id="dk-notice-kind"
      label={t("filterLabel")}
      isLabelHidden
      value={kind}
      options={[
        { value: "all" as const, label: t("all") },
        ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      ]}
      onChange={onKind}
    />
  )
}

/** All texts with their versions: to write, compare, publish and read. */
export const NoticesPage = () => {
  const { t } = useTranslation("dkNotices")
  const page = usePage(PAGE_SIZE)
  const [kind, setKind] = useState<NoticeKind | "all">("all")
  const [creating, setCreating] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const query = useNotices({ kind: kind === "all" ? null : kind, ...page.range })
  const groups = groupNotices(query.data?.notices ?? [])
  const act = (action: NoticeAction, notice: AdminNotice) => {
    setCreating(false)
    setOpen({ action, notice })
  }
  const choose = (next: NoticeKind | "all") => {
    setKind(next)
    page.turnTo(0)
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
      <Section
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-notices"
        actions={
          query.data && (
            <>
              <Filter kind={kind} onKind={choose} />
              {create}
            </>
          )
        }
      >
        {query.data && <FallbackAlert />}
        <ListBody
          query={query}
          page={page}
          empty={<EmptyNotice title={t("empty")} text={t("emptyText")} />}
        >
          {() => groups.map((group) => <NoticeGroup key={group.key} group={group} onAct={act} />)}
        </ListBody>
      </Section>
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
