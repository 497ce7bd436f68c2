import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useRecipientTasks } from "../hooks/use-recipients"
import { RecipientTask } from "./recipient-task"

/** Who is told of what a request brought about. `causeId` is the erasure's, or the request's own. */
export const RequestTasksSection = ({ causeId }: { causeId: string }) => {
  const { t } = useTranslation("dkRecipients")
  const query = useRecipientTasks({ causeId, limit: 100, offset: 0 })
  const { data } = query
  return (
    <Section title={t("task.title")} text={t("task.text")} testId="dk-request-tasks">
      <Reading query={query} />
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("task.soon")}{" "}
          <Link to="/privacy/recipients" className="text-ui-fg-base underline">
            {t("task.register")}
          </Link>
        </Text>
      )}
      {data && (
        <ul className="divide-y">
          {data.tasks.map((task) => (
            <RecipientTask key={task.id} task={task} isLinked={false} />
          ))}
        </ul>
      )}
    </Section>
  )
}
