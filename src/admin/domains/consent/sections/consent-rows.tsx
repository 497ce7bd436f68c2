import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminConsent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { capital } from "../capital"
import { STATE_COLOURS } from "../state-colours"
import { usePurposeName } from "../hooks/use-notice-name"

const Person = ({ consent }: { consent: AdminConsent }) => {
  const { t } = useTranslation("dkConsents")
  const { customer_id: id, email } = consent
  const label = email ?? t("noEmail")
  if (id === null) return <span className="break-all">{label}</span>
  return (
    <Link to={`/customers/${id}`} className="text-ui-fg-base break-all underline">
      {label}
    </Link>
  )
}

/** Whether marketing may be sent now: a yes can have been stopped by an objection. */
const Permission = ({ consent }: { consent: AdminConsent }) => {
  const { t } = useTranslation("dkConsents")
  const { channel, permitted_by: by } = consent
  if (channel !== "email" && channel !== "sms") return null
  return (
    <Text size="xsmall" className="text-ui-fg-subtle">
      {by === null ? t("stopped") : t(`permitted.${by}`)}
    </Text>
  )
}

const Row = ({ consent }: { consent: AdminConsent }) => {
  const { t, i18n } = useTranslation("dkConsents")
  const nameOf = usePurposeName()
  const { purpose, channel, state, since } = consent
  const moment = formatMoment(since, i18n.language)
  return (
    <Table.Row className="align-top" data-testid="dk-consent-row">
      <Table.Cell className="whitespace-normal py-3">
        <Person consent={consent} />
        <Text size="xsmall" className="text-ui-fg-subtle md:hidden">
          {moment}
        </Text>
      </Table.Cell>
      <Table.Cell className="whitespace-normal py-3">
        {capital(nameOf(purpose))}
        {channel !== null && ` ${t(`on.${channel}`, { defaultValue: channel })}`}
      </Table.Cell>
      <Table.Cell className="whitespace-normal py-3">
        <StatusBadge color={STATE_COLOURS[state]}>{t(`state.${state}`)}</StatusBadge>
        <Permission consent={consent} />
      </Table.Cell>
      <Table.Cell className="hidden py-3 md:table-cell">{moment}</Table.Cell>
    </Table.Row>
  )
}

/** What people have said, one line for each person, purpose and channel. */
export const ConsentRows = ({ consents }: { consents: readonly AdminConsent[] }) => {
  const { t } = useTranslation("dkConsents")
  return (
    <ListTable
      columns={[
        { key: "person", label: t("columns.person") },
        { key: "what", label: t("columns.what") },
        { key: "answer", label: t("columns.answer") },
        { key: "since", label: t("columns.since"), isWide: true },
      ]}
    >
      {consents.map((consent) => (
        <Row key={consent.id} consent={consent} />
      ))}
    </ListTable>
  )
}
