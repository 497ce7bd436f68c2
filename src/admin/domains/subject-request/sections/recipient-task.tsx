import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminRecipientTask } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { useActOnTask } from "../hooks/use-recipients"
import { TASK_ACTIONS } from "../recipients"

const COLOURS: Readonly<
  Record<AdminRecipientTask["state"], ComponentProps<typeof StatusBadge>["color"]>
> = { open: "blue", sent: "orange", confirmed: "green", failed: "red", escalated: "red" }

const Buttons = ({ task }: { task: AdminRecipientTask }) => {
  const { t } = useTranslation("dkRecipients")
  const act = useActOnTask(task.id)
  const sayError = useSayError()
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2">
      {TASK_ACTIONS[task.state].map((action) => (
        <Button
          key={action}
          size="small"
          variant="secondary"
          disabled={act.isPending}
          data-testid={`dk-task-${action}`}
          onClick={() => {
            act.mutate(action, {
              onError: sayError,
              onSuccess: () => {
                toast.success(t(`task.done.${action}`))
              },
            })
          }}
        >
          {t(`task.${action}`)}
        </Button>
      ))}
    </div>
  )
}

/** What came of telling them so far. */
const useCourse = (task: AdminRecipientTask): string[] => {
  const { t, i18n } = useTranslation("dkRecipients")
  const moment = (value: string) => formatMoment(value, i18n.language)
  const { sent_at: sent, confirmed_at: confirmed, outcome, state } = task
  return [
    t("task.orders", { count: task.order_ids.length }),
    ...(sent === null ? [] : [t("task.sentAt", { moment: moment(sent) })]),
    ...(confirmed === null ? [] : [t("task.confirmedAt", { moment: moment(confirmed) })]),
    ...(outcome === "mail_interrupted" ? [t("task.interrupted")] : []),
    ...(state === "open" && outcome === null ? [t("task.byHand")] : []),
    ...(state === "escalated" ? [t("task.escalatedText")] : []),
  ]
}

/** One recipient that is told of one erasure, correction or restriction. */
export const RecipientTask = ({
  task,
  isLinked,
}: {
  task: AdminRecipientTask
  isLinked: boolean
}) => {
  const { t } = useTranslation("dkRecipients")
  const course = useCourse(task)
  const path = task.cause === "erasure" ? "erasures" : `requests/${task.cause_id}`
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-3 px-6 py-4 md:flex-row md:justify-between"
      data-testid="dk-task"
    >
      <div className="flex min-w-0 flex-col items-start gap-y-1">
        <Text size="small" weight="plus">
          {task.recipient}
        </Text>
        <StatusBadge color={COLOURS[task.state]}>{t(`task.state.${task.state}`)}</StatusBadge>
        {isLinked && (
          <Link to={`/privacy/${path}`} className="text-ui-fg-base txt-small underline">
            {t(`task.cause.${task.cause}`)}
          </Link>
        )}
        {course.map((line) => (
          <Text key={line} size="small" className="text-ui-fg-subtle">
            {line}
          </Text>
        ))}
      </div>
      <Buttons task={task} />
    </li>
  )
}
