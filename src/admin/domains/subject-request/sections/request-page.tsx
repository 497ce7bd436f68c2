import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import type {
  AdminReadSubjectRequestResponse,
  AdminSubjectRequestDetail,
} from "../../../../types/http"
import { Facts } from "../../../shared/facts"
import { formatDay } from "../../../shared/format"
import { localeOf } from "../../../shared/locale"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useRequest } from "../hooks/use-requests"
import { FulfilSection } from "./fulfil-section"
import { LettersSection } from "./letters-section"
import { OutcomeSection, outcomeOf } from "./outcome-section"
import { RequestActions } from "./request-actions"
import { RequestBadge, RequestLimit } from "./request-state"
import { RequestTasksSection } from "./request-tasks-section"
import { TimelineSection } from "./timeline-section"

const isOpen = ({ state }: AdminSubjectRequestDetail): boolean =>
  state === "received" || state === "identity_check" || state === "in_progress"

/** What recipients are told of: the erasure, or the request itself; null when it is nothing of theirs. */
const causeOf = (
  { id }: AdminSubjectRequestDetail,
  outcome: ReturnType<typeof outcomeOf>
): string | null => {
  if (outcome?.kind === "erasure") return outcome.is_done ? outcome.erasure_id : null
  return outcome?.kind === "rectification" || outcome?.kind === "restriction" ? id : null
}

type PartProps = { request: AdminSubjectRequestDetail }

const Who = ({ request }: PartProps) => {
  const { t } = useTranslation("dkRequests")
  const { name, email, identity, customer_id: customerId, message } = request
  const { representative_name: representative } = request
  const rows = [
    { label: t("facts.channel"), value: t(`channel.${request.channel}`) },
    { label: t("facts.name"), value: name ?? t("facts.none") },
    { label: t("facts.email"), value: email ?? t("facts.none") },
    ...(representative === null
      ? []
      : [
          { label: t("facts.representative"), value: representative },
          { label: t("facts.authority"), value: request.authority_seen ?? t("facts.none") },
        ]),
    ...(identity === null ? [] : [{ label: t("facts.identity"), value: t(`proof.${identity}`) }]),
    {
      label: t("facts.locale"),
      value: request.locale.startsWith("da") ? t("locale.da") : t("locale.en"),
    },
  ]
  return (
    <Section title={t("facts.title")} testId="dk-request-who">
      <Facts rows={rows} />
      {customerId !== null && (
        <div className="px-6 py-3">
          <Link to={`/customers/${customerId}`} className="text-ui-fg-base txt-small underline">
            {t("facts.customer")}
          </Link>
        </div>
      )}
      {message !== null && (
        <div className="px-6 py-3">
          <Text size="small" weight="plus" className="text-ui-fg-subtle">
            {t("facts.message")}
          </Text>
          <Text size="small" className="mt-1 whitespace-pre-wrap break-words">
            {message}
          </Text>
        </div>
      )}
    </Section>
  )
}

const Clock = ({ request }: PartProps) => {
  const { t, i18n } = useTranslation("dkRequests")
  const day = (value: string) => formatDay(value, i18n.language)
  const yes = (value: boolean) => (value ? t("clock.yes") : t("clock.no"))
  const { finish_by: finishBy, paused_days: paused } = request
  return (
    <Section title={t("clock.title")} testId="dk-request-clock">
      <Facts
        rows={[
          { label: t("clock.received"), value: day(request.received_on) },
          { label: t("clock.strict"), value: day(request.strict_on) },
          { label: t("clock.legal"), value: day(request.legal_on) },
          { label: t("clock.extended"), value: yes(request.is_extended) },
          ...(request.is_paused ? [{ label: t("clock.paused"), value: t("clock.yes") }] : []),
          ...(paused > 0
            ? [{ label: t("clock.pausedDays", { count: paused }), value: t("clock.yes") }]
            : []),
          ...(finishBy === null ? [] : [{ label: t("clock.finishBy"), value: day(finishBy) }]),
        ]}
      />
    </Section>
  )
}

const Loaded = (answer: AdminReadSubjectRequestResponse) => {
  const { t } = useTranslation("dkRequests")
  const { request } = answer
  const outcome = outcomeOf(request)
  const causeId = causeOf(request, outcome)
  return (
    <>
      <Section
        level="h1"
        title={`${t(`kind.${request.kind}`)}: ${request.name ?? request.email ?? t("unnamed")}`}
        testId="dk-request"
      >
        <div className="flex flex-wrap items-start gap-3 px-6 py-4">
          <RequestBadge request={request} />
          <RequestLimit request={request} />
        </div>
        <RequestActions request={request} />
      </Section>
      {outcome !== null && <OutcomeSection outcome={outcome} locale={localeOf(request.locale)} />}
      {outcome === null && isOpen(request) && <FulfilSection {...answer} />}
      <div className="grid gap-3 lg:grid-cols-2">
        <Who request={request} />
        <Clock request={request} />
      </div>
      <LettersSection requestId={request.id} />
      {causeId !== null && <RequestTasksSection causeId={causeId} />}
      <TimelineSection timeline={request.timeline} />
    </>
  )
}

/** One request: who, by when, what can be done, what happened and what the person is told. */
export const RequestPage = () => {
  const { t } = useTranslation("dkRequests")
  const { id = "" } = useParams()
  const query = useRequest(id)
  return (
    <div className="flex flex-col gap-y-3">
      <Link
        to="/privacy/requests"
        className="text-ui-fg-base txt-small w-fit underline"
        data-testid="dk-requests-back"
      >
        {t("back")}
      </Link>
      {query.data ? (
        <Loaded {...query.data} />
      ) : (
        <Section level="h1" title={t("title")} testId="dk-request-reading">
          <Reading query={query} lines={8} />
        </Section>
      )}
    </div>
  )
}
