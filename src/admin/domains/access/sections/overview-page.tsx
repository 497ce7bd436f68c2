import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOverview } from "../../../../types/http"
import { formatList, formatTime } from "../../../shared/format"
import { localeOf } from "../../../shared/locale"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useOverview } from "../hooks/use-overview"
import { AreaList } from "./area-list"
import { DoctorSection } from "./doctor-section"
import { DueChart } from "./due-chart"
import { SetupSection } from "./setup-section"
import { TaskList } from "./task-list"

type FailedProps = { failed: AdminOverview["failed"]; onRetry: () => void }

/** Not to know is told, so that nobody takes silence for a good sign. */
const Failed = ({ failed, onRetry }: FailedProps) => {
  const { t, i18n } = useTranslation("dkOverview")
  if (failed.length === 0) return null
  const names = formatList(
    failed.map(({ name }) => name),
    i18n.language
  )
  return (
    <div className="px-6 py-4">
      <Alert variant="error" data-testid="dk-overview-failed">
        <p>{t("failed", { names })}</p>
        <Button className="mt-2" size="small" variant="secondary" onClick={onRetry}>
          {t("retry")}
        </Button>
      </Alert>
    </div>
  )
}

/** What a role leaves out is said once, with who can change it. */
const Limited = ({ overview: { doctor, failed, numbers } }: { overview: AdminOverview }) => {
  const { t } = useTranslation("dkOverview")
  if (doctor || failed.some(({ area }) => area === "doctor")) return null
  const isNothing = Object.keys(numbers).length === 0 && failed.length === 0
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4" data-testid="dk-overview-limited">
      {isNothing ? t("limited.nothing") : t("limited.some")}
    </Text>
  )
}

type AsOfProps = { at: string; isReading: boolean; onRead: () => void }

/** As of when the numbers stand, and a way to have them anew. */
const AsOf = ({ at, isReading, onRead }: AsOfProps) => {
  const { t, i18n } = useTranslation("dkOverview")
  return (
    <div className="flex items-center gap-x-3">
      <Text size="small" className="text-ui-fg-subtle" data-testid="dk-overview-as-of">
        {t("asOf", { at: formatTime(at, i18n.language) })}
      </Text>
      <Button
        size="small"
        variant="secondary"
        isLoading={isReading}
        onClick={onRead}
        data-testid="dk-overview-anew"
      >
        {t("anew")}
      </Button>
    </div>
  )
}

const Parts = ({ overview }: { overview: AdminOverview }) => (
  <>
    {overview.setup && <SetupSection setup={overview.setup} />}
    <AreaList overview={overview} />
    {overview.numbers.retention && <DueChart retention={overview.numbers.retention} />}
    {overview.doctor && <DoctorSection report={overview.doctor} />}
  </>
)

/** The door to Privacy: what asks for staff first, then how far the store is set up, and every page with its numbers. */
export const OverviewPage = () => {
  const { t: tPrivacy, i18n } = useTranslation("dkPrivacy")
  const { query, anew } = useOverview(localeOf(i18n.language))
  const { data } = query
  const readAnew = (): void => {
    anew.mutate()
  }
  // Silence is a good sign only where all was read.
  const isWhole = data?.failed.length === 0 && Object.keys(data.numbers).length > 0
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={tPrivacy("menu.title")}
        text={tPrivacy("overview.text")}
        testId="dk-overview"
        {...(data && {
          actions: <AsOf at={data.read_at} isReading={anew.isPending} onRead={readAnew} />,
        })}
      >
        {!data && <Reading query={query} lines={8} />}
        {data && (
          <>
            <Failed failed={data.failed} onRetry={readAnew} />
            {(isWhole || data.tasks.length > 0) && <TaskList tasks={data.tasks} />}
            <Limited overview={data} />
          </>
        )}
      </Section>
      {data && <Parts overview={data} />}
    </div>
  )
}
