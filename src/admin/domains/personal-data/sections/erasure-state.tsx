import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { useCancelErasure } from "../hooks/use-erasure"

const COLORS = {
  proposed: "blue",
  planned: "orange",
  running: "orange",
  done: "green",
  cancelled: "grey",
} as const

type ErasureStateProps = { erasure: AdminErasure }

const isDue = ({ grace_until }: AdminErasure): boolean =>
  grace_until === null || new Date(grace_until) <= new Date()

const isWaiting = ({ status, started_at, waiting_ids }: AdminErasure): boolean =>
  started_at !== null && waiting_ids.length > 0 && (status === "planned" || status === "running")

const useSentence = (erasure: AdminErasure): string => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const { status, grace_until, finished_at, cancelled_at, created_at, waiting_ids } = erasure
  const moment = (instant: string | null) => formatMoment(instant ?? created_at, i18n.language)
  if (isWaiting(erasure)) return t("state.waiting", { count: waiting_ids.length })
  if (status === "planned" && isDue(erasure)) return t("state.plannedDue")
  if (status === "planned") return t("state.planned", { moment: moment(grace_until) })
  if (status === "done") return t("state.done", { moment: moment(finished_at) })
  if (status === "cancelled") return t("state.cancelled", { moment: moment(cancelled_at) })
  return t(`state.${status}`)
}

const CancelButton = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkPersonalData")
  const sayError = useSayError()
  const { mutate, isPending } = useCancelErasure()
  const cancel = () => {
    mutate(id, { onSuccess: () => toast.success(t("cancel.done")), onError: sayError })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isPending}
      onClick={cancel}
      data-testid="dk-erasure-cancel"
    >
      {t("cancel.action")}
    </Button>
  )
}

/** How far an erasure has come; as long as nothing is erased it can be called off here. */
export const ErasureState = ({ erasure }: ErasureStateProps) => {
  const { t } = useTranslation("dkPersonalData")
  const sentence = useSentence(erasure)
  const { id, status, started_at } = erasure
  const canCancel = (status === "planned" || status === "proposed") && started_at === null
  return (
    <div
      className="flex items-center justify-between gap-x-4 px-6 py-4"
      data-testid="dk-erasure-state"
      data-status={status}
    >
      <div className="flex flex-col items-start gap-y-1">
        <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
        <Text size="small">{sentence}</Text>
      </div>
      {canCancel && <CancelButton id={id} />}
    </div>
  )
}
