import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { NoticeDrawer } from "../forms/notice-drawer"
import { useActOnBreach } from "../hooks/use-breaches"
import { useOutcome } from "../hooks/use-outcome"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { NoticeText } from "./notice-text"

const useSend = (breach: AdminBreachDetail) => {
  const { t } = useTranslation("dkBreachPeople")
  const { t: tShared } = useTranslation("dkShared")
  const act = useActOnBreach(breach.id)
  const prompt = usePrompt()
  const onError = useSayError()
  const count = breach.people.to_notify
  const send = async () => {
    const isSure = await prompt({
      title: t("notice.send"),
      description: breach.is_drill
        ? t("notice.sendDrill", { count })
        : t("notice.sendText", { count }),
      confirmText: t("notice.send"),
      cancelText: tShared("cancel"),
      variant: breach.is_drill ? "confirmation" : "danger",
    })
    if (!isSure) return
    const said = breach.is_drill ? t("notice.sendingDrill") : t("notice.sending")
    act.mutate({ path: "notify", body: {} }, { onSuccess: () => toast.success(said), onError })
  }
  return { send, isPending: act.isPending }
}

const Progress = ({ breach }: { breach: AdminBreachDetail }) => {
  const { t } = useTranslation("dkBreachPeople")
  const outcomeText = useOutcome()
  const { notices } = breach.people
  if (notices.length === 0) return null
  const isTelling = notices.some(({ outcome }) => outcome === null)
  return (
    <div className="px-6 py-4" data-testid="dk-breach-progress">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t("notice.progress")}
      </Text>
      <ul className="txt-small mt-1">
        {notices.map(({ notice_channel: channel, outcome, people }) => (
          <li key={`${channel}-${outcome ?? ""}`}>
            {t(`channel.${channel}`)}, {outcomeText(outcome)}: {people}
          </li>
        ))}
      </ul>
      {isTelling && (
        <Text size="small" className="text-ui-fg-subtle mt-2" aria-live="polite">
          {breach.is_drill ? t("notice.sendingDrill") : t("notice.sending")}
        </Text>
      )}
    </div>
  )
}

/** Why the notice cannot go out now, as the server has it; null when it can. */
const useHint = (breach: AdminBreachDetail): string | null => {
  const { t } = useTranslation("dkBreachPeople")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const { duties, missing_in_notice: missing, notice, people } = breach
  if (duties === null) return t("notice.assessFirst")
  if (missing.length > 0) {
    const fields = missing.map((field) => tBreaches(`missing.${field}`)).join(", ")
    return t("notice.missing", { fields })
  }
  if (people.affected === 0) return t("notice.nobody")
  if (notice === null) return t("notice.writeFirst")
  return people.to_notify === 0 ? t("notice.allOwed") : null
}

const Buttons = ({ breach, onEdit }: { breach: AdminBreachDetail; onEdit: () => void }) => {
  const { t } = useTranslation("dkBreachPeople")
  const { send, isPending } = useSend(breach)
  const isReady = useHint(breach) === null
  return (
    <>
      <Button size="small" variant="secondary" data-testid="dk-breach-notice-edit" onClick={onEdit}>
        {breach.notice === null ? t("notice.edit") : t("notice.editAgain")}
      </Button>
      <Button
        size="small"
        disabled={!isReady}
        isLoading={isPending}
        data-testid="dk-breach-notify"
        onClick={() => void send()}
      >
        {t("notice.send")}
      </Button>
    </>
  )
}

/** What those affected are told, and how far it has come. */
export const NoticeSection = ({ breach, mayDecide }: CaseProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const [isEditing, setEditing] = useState(false)
  const hint = useHint(breach)
  const { duties, is_ruled_out: isNone } = breach
  const isOpen = breach.state === "open"
  const hasBegun = breach.people.notices.length > 0
  if (!hasBegun && breach.notice === null && (isNone || !isOpen)) return null
  return (
    <CasePart
      breach={breach}
      title={t("notice.title")}
      text={t("notice.text")}
      testId="dk-breach-notice"
      actions={
        isOpen &&
        mayDecide && (
          <Buttons
            breach={breach}
            onEdit={() => {
              setEditing(true)
            }}
          />
        )
      }
    >
      {duties?.notifyPeople === false && !hasBegun && (
        <div className="px-6 py-4">
          <Text size="small" className="max-w-[640px]">
            {t("notice.notNeeded")}
          </Text>
        </div>
      )}
      {isOpen && hint !== null && (
        <div className="px-6 py-4">
          <Text
            size="small"
            className="text-ui-fg-subtle max-w-[640px]"
            data-testid="dk-breach-notify-hint"
          >
            {hint}
          </Text>
        </div>
      )}
      {breach.notice !== null && <NoticeText notice={breach.notice} />}
      <Progress breach={breach} />
      {isEditing && (
        <NoticeDrawer
          breachId={breach.id}
          hasBegun={hasBegun}
          onClose={() => {
            setEditing(false)
          }}
        />
      )}
    </CasePart>
  )
}
