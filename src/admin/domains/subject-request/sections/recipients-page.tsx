import { useTranslation } from "react-i18next"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { useRecipientTasks } from "../hooks/use-recipients"
import { TASK_STATES } from "../recipients"
import { RecipientTask } from "./recipient-task"
import { RecipientsSection } from "./recipients-section"

const STATES = [ANY, ...TASK_STATES] as const

const Tasks = () => {
  const { t } = useTranslation("dkRecipients")
  const list = useList({ name: "tasks", filters: { state: STATES } })
  const { state } = list.filter
  const query = useRecipientTasks({ ...(state !== ANY && { state }), ...list.page.range })
  return (
    <ListSection
      title={t("task.title")}
      text={t("task.text")}
      testId="dk-tasks"
      list={list}
      query={query}
      empty={{ title: t("task.empty"), text: t("task.emptyText") }}
      choices={[
        {
          name: "state",
          label: t("task.filter"),
          options: STATES.map((value) => ({
            value,
            label: value === ANY ? t("task.all") : t(`task.state.${value}`),
          })),
        },
      ]}
    >
      {({ tasks }) => (
        <ul className="divide-y">
          {tasks.map((task) => (
            <RecipientTask key={task.id} task={task} isLinked />
          ))}
        </ul>
      )}
    </ListSection>
  )
}

/** Companies that get data from the store, and what they are told when somebody's is erased, corrected or restricted. */
export const RecipientsPage = () => (
  <div className="flex flex-col gap-y-3">
    <RecipientsSection />
    <Tasks />
  </div>
)
