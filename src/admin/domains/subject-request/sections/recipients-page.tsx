import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRecipientTask } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
import { useRecipientTasks } from "../hooks/use-recipients"
import { TASK_STATES } from "../recipients"
import { RecipientTask } from "./recipient-task"
import { RecipientsSection } from "./recipients-section"

type Filter = AdminRecipientTask["state"] | "all"

const Tasks = () => {
  const { t } = useTranslation("dkRecipients")
  const page = usePage()
  const [state, setState] = useState<Filter>("all")
  const query = useRecipientTasks({ ...(state !== "all" && { state }), ...page.range })
  return (
    <Section title={t("task.title")} text={t("task.text")} testId="dk-tasks">
      <div className="px-6 py-4">
        <div className="w-fit">
          <SelectField
            id="dk-tasks-filter"
            label={t("task.filter")}
            isLabelHidden
            value={state}
            options={[
              { value: "all" as const, label: t("task.all") },
              ...TASK_STATES.map((value) => ({ value, label: t(`task.state.${value}`) })),
            ]}
            onChange={(next) => {
              page.turnTo(0)
              setState(next)
            }}
          />
        </div>
      </div>
      <ListBody
        query={query}
        page={page}
        empty={
          <EmptyNotice
            title={t("task.empty")}
            text={state === "all" ? t("task.emptyText") : t("task.emptyFilter")}
          />
        }
      >
        {({ tasks }) => (
          <ul className="divide-y">
            {tasks.map((task) => (
              <RecipientTask key={task.id} task={task} isLinked />
            ))}
          </ul>
        )}
      </ListBody>
    </Section>
  )
}

/** Companies that get data from the store, and what they are told when somebody's is erased, corrected or restricted. */
export const RecipientsPage = () => (
  <div className="flex flex-col gap-y-3">
    <RecipientsSection />
    <Tasks />
  </div>
)
