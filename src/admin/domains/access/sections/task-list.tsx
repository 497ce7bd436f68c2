import { TriangleRightMini } from "@medusajs/icons"
import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminOverviewTask } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { isDay, placeOf } from "../overview"

const useLimit = (): ((deadline: string) => string) => {
  const { t, i18n } = useTranslation("dkOverview")
  return (deadline) =>
    isDay(deadline)
      ? t("limit", { at: formatDay(deadline, i18n.language) })
      : t("limit", { at: formatMoment(deadline, i18n.language) })
}

/** The doctor stands further down on the same page. */
const showDoctor = (): void => {
  document.getElementById("dk-doctor")?.scrollIntoView({ block: "start" })
}

const TaskRow = ({ task }: { task: AdminOverviewTask }) => {
  const { t } = useTranslation("dkOverview")
  const limit = useLimit()
  const { area, code, says, deadline, is_urgent: isUrgent } = task
  return (
    <li>
      <Link
        to={placeOf(task)}
        data-testid={`dk-task-${area}-${code}`}
        {...(area === "doctor" && { onClick: showDoctor })}
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-center gap-x-4 px-6 py-3 outline-none"
      >
        <div className="flex flex-1 flex-col gap-x-6 gap-y-2 md:flex-row md:items-center md:justify-between">
          <Text size="small" leading="compact" weight="plus">
            {says}
          </Text>
          <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2">
            {deadline !== null && (
              <Text size="small" leading="compact" className="text-ui-fg-subtle">
                {limit(deadline)}
              </Text>
            )}
            <StatusBadge color={isUrgent ? "red" : "orange"}>
              {isUrgent ? t("urgent") : t("soon")}
            </StatusBadge>
          </div>
        </div>
        <TriangleRightMini className="text-ui-fg-muted shrink-0" />
      </Link>
    </li>
  )
}

/** What asks for staff, the most urgent first, each leading to where it is done. */
export const TaskList = ({ tasks }: { tasks: readonly AdminOverviewTask[] }) => {
  const { t } = useTranslation("dkOverview")
  if (tasks.length === 0) {
    return (
      <div className="px-6 py-8 text-center" data-testid="dk-tasks-none">
        <Text size="small" leading="compact" weight="plus">
          {t("nothing")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {t("nothingText")}
        </Text>
      </div>
    )
  }
  return (
    <ul className="divide-y" data-testid="dk-tasks">
      {tasks.map((task) => (
        <TaskRow key={`${task.area}.${task.code}`} task={task} />
      ))}
    </ul>
  )
}
