import { Button, StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSayError } from "../../../shared/use-say-error"
import { AffectedDrawer } from "../forms/affected-drawer"
import { useCallList, useClearAffected } from "../hooks/use-affected"
import { AffectedList } from "./affected-list"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"

const useClear = ({ breach: { id, people } }: Pick<CaseProps, "breach">) => {
  const { t } = useTranslation("dkBreachPeople")
  const { t: tShared } = useTranslation("dkShared")
  const clear = useClearAffected(id)
  const prompt = usePrompt()
  const onError = useSayError()
  return async () => {
    const isSure = await prompt({
      title: t("clear"),
      description: t("clearText", { count: people.affected }),
      confirmText: t("clear"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (isSure) clear.mutate(undefined, { onSuccess: () => toast.success(t("cleared")), onError })
  }
}

/** Why there is nobody to call yet, as the server has it; null when the list can be taken. */
const useCallListHint = ({ is_drill: isDrill, timeline }: CaseProps["breach"]): string | null => {
  const { t } = useTranslation("dkBreachPeople")
  if (isDrill) return t("callListDrill")
  const hasStarted = timeline.some(({ type }) => type === "notices_started")
  return hasStarted ? null : t("callListNotStarted")
}

const Buttons = ({ breach, onAdd }: Pick<CaseProps, "breach"> & { onAdd: () => void }) => {
  const { t } = useTranslation("dkBreachPeople")
  const { people, state, id } = breach
  const isOpen = state === "open"
  const clear = useClear({ breach })
  const callList = useCallList(id)
  const callListHint = useCallListHint(breach)
  const onError = useSayError()
  return (
    <>
      {isOpen && people.affected > 0 && people.notices.length === 0 && (
        <Button
          size="small"
          variant="transparent"
          data-testid="dk-breach-people-clear"
          onClick={() => void clear()}
        >
          {t("clear")}
        </Button>
      )}
      {people.untold > 0 && (
        <Button
          size="small"
          variant="secondary"
          disabled={callListHint !== null}
          isLoading={callList.isPending}
          data-testid="dk-breach-call-list"
          onClick={() => {
            callList.mutate(`${t("callListName")}-${id}.csv`, { onError })
          }}
        >
          {t("callList")}
        </Button>
      )}
      {isOpen && (
        <Button size="small" variant="secondary" data-testid="dk-breach-people-add" onClick={onAdd}>
          {t("add")}
        </Button>
      )}
    </>
  )
}

/** Who is affected, found by queries that add to each other, and who of them has been told. */
export const AffectedSection = ({ breach }: CaseProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const [isAdding, setAdding] = useState(false)
  const { affected, untold } = breach.people
  const callListHint = useCallListHint(breach)
  return (
    <CasePart
      breach={breach}
      title={t("title")}
      text={t("text")}
      testId="dk-breach-people"
      actions={
        <Buttons
          breach={breach}
          onAdd={() => {
            setAdding(true)
          }}
        />
      }
    >
      {affected === 0 && (
        <div className="px-6 py-4">
          <Text size="small" className="text-ui-fg-subtle">
            {t("none")}
          </Text>
        </div>
      )}
      {affected > 0 && (
        <div className="flex flex-col items-start gap-y-2 px-6 py-4">
          <div className="flex flex-wrap gap-2">
            <StatusBadge color="blue">{t("affected", { count: affected })}</StatusBadge>
            {untold > 0 ? (
              <StatusBadge color="orange">{t("untold", { count: untold })}</StatusBadge>
            ) : (
              <StatusBadge color="green">{t("allTold")}</StatusBadge>
            )}
          </div>
          {untold > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {callListHint ?? t("callListText")}
            </Text>
          )}
        </div>
      )}
      {affected > 0 && <AffectedList breach={breach} />}
      {isAdding && (
        <AffectedDrawer
          breachId={breach.id}
          onClose={() => {
            setAdding(false)
          }}
        />
      )}
    </CasePart>
  )
}
