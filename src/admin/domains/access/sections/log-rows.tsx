import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminAccessEvent } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useRoles } from "../hooks/use-roles"

const MOST_SHOWN = 3

const PLACES = [
  { prefix: "cus_", kind: "customer", path: "/customers/" },
  { prefix: "order_", kind: "order", path: "/orders/" },
] as const

const Subject = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkAccess")
  const place = PLACES.find(({ prefix }) => id.startsWith(prefix))
  if (!place) return <span>{t("log.subject.other")}</span>
  return (
    <Link to={place.path + id} className="text-ui-fg-base underline">
      {t(`log.subject.${place.kind}`)}
    </Link>
  )
}

const Subjects = ({ event: { subject_ids: ids, count } }: { event: AdminAccessEvent }) => {
  const { t } = useTranslation("dkAccess")
  return (
    <div className="txt-small flex flex-wrap gap-x-3">
      <span>{t("log.people", { count })}</span>
      {ids.slice(0, MOST_SHOWN).map((id) => (
        <Subject key={id} id={id} />
      ))}
      {ids.length > MOST_SHOWN && <span>{t("log.more", { count: ids.length - MOST_SHOWN })}</span>}
    </div>
  )
}

/** Who it was: a name where Admin knows one, else the e-mail; a key has none. */
const useActorName = (): ((actor: AdminAccessEvent["actor"]) => string) => {
  const { t } = useTranslation("dkAccess")
  const staff = useRoles().data?.staff ?? []
  return ({ type, id, email }) =>
    type === "user"
      ? (staff.find(({ user_id: userId }) => userId === id)?.name ?? email ?? t("log.gone"))
      : t("log.key")
}

const Row = ({ event }: { event: AdminAccessEvent }) => {
  const { t, i18n } = useTranslation("dkAccess")
  const nameOf = useActorName()
  const moment = formatMoment(event.read_at, i18n.language)
  return (
    <Table.Row className="align-top" data-testid="dk-log-row">
      <Table.Cell className="py-3">
        <Text size="small" weight="plus" className="text-ui-fg-base break-words">
          {nameOf(event.actor)}
        </Text>
        <Text size="small">
          {event.role === null
            ? t("log.noRole")
            : t(`role.${event.role}`, { defaultValue: event.role })}
        </Text>
        <Text size="small" className="md:hidden">
          {moment}
        </Text>
      </Table.Cell>
      <Table.Cell className="py-3">
        <Text size="small">{t(`purpose.${event.purpose}`, { defaultValue: event.purpose })}</Text>
        <code className="txt-compact-xsmall text-ui-fg-subtle break-all">{event.route}</code>
        <Subjects event={event} />
      </Table.Cell>
      <Table.Cell className="hidden whitespace-nowrap py-3 md:table-cell">
        <Text size="small">{moment}</Text>
      </Table.Cell>
    </Table.Row>
  )
}

/** A page of the log. */
export const LogRows = ({ events }: { events: AdminAccessEvent[] }) => {
  const { t } = useTranslation("dkAccess")
  return (
    <ListTable
      columns={[
        { key: "who", label: t("log.who") },
        { key: "what", label: t("log.what") },
        { key: "when", label: t("log.when"), isWide: true },
      ]}
    >
      {events.map((event) => (
        <Row key={event.id} event={event} />
      ))}
    </ListTable>
  )
}
