import { Badge, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminAffectedPerson, AdminBreachDetail } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { ANY, useList } from "../../../shared/use-list"
import { PEOPLE_STATES, useAffected } from "../hooks/use-affected"
import { useOutcome } from "../hooks/use-outcome"
import { TellActions } from "./tell-actions"

const STATES = [ANY, ...PEOPLE_STATES] as const

const LINK = "text-ui-fg-base txt-small w-fit underline"

const Who = ({ person }: { person: AdminAffectedPerson }) => {
  const { t } = useTranslation("dkBreachPeople")
  const { name, email, phone, customer_id: customerId, order_id: orderId } = person
  const isErased = person.document_id !== null
  return (
    <div className="flex flex-col items-start gap-y-1">
      <Text size="small" weight="plus" className="whitespace-normal break-words">
        {name ?? (isErased ? t("erased") : t("unnamed"))}
      </Text>
      {[email, phone].map((reach) =>
        reach === null ? null : (
          <Text key={reach} size="small" className="text-ui-fg-subtle break-all">
            {reach}
          </Text>
        )
      )}
      {person.has_protected_address && (
        <Badge size="2xsmall" color="red">
          {t("protected")}
        </Badge>
      )}
      {customerId !== null ? (
        <Link to={`/customers/${customerId}`} className={LINK}>
          {t("seeCustomer")}
        </Link>
      ) : (
        orderId !== null && (
          <Link to={`/orders/${orderId}`} className={LINK}>
            {t("seeOrder")}
          </Link>
        )
      )}
    </div>
  )
}

const How = ({ person }: { person: AdminAffectedPerson }) => {
  const { t, i18n } = useTranslation("dkBreachPeople")
  const outcomeText = useOutcome()
  return (
    <div className="flex flex-col items-start gap-y-1">
      <StatusBadge color={person.is_told ? "green" : "orange"}>
        {person.is_told ? t("told") : t("notTold")}
      </StatusBadge>
      {person.notices.map(({ notice_channel: channel, outcome, done_at: done }) => (
        <Text key={channel} size="small" className="text-ui-fg-subtle whitespace-normal">
          {t(`channel.${channel}`)}: {outcomeText(outcome)}
          {done !== null && `, ${formatMoment(done, i18n.language)}`}
        </Text>
      ))}
    </div>
  )
}

type RowProps = { breach: AdminBreachDetail; person: AdminAffectedPerson }

const Row = ({ breach, person }: RowProps) => {
  const canTell = breach.state === "open" && !person.is_told
  const actions = canTell && <TellActions breachId={breach.id} personId={person.id} />
  return (
    <Table.Row className="align-top" data-testid="dk-breach-person">
      <Table.Cell className="py-4">
        <div className="flex flex-col gap-y-3">
          <Who person={person} />
          <div className="flex flex-col gap-y-3 md:hidden">
            <How person={person} />
            {actions}
          </div>
        </div>
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">
        <How person={person} />
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">{actions}</Table.Cell>
    </Table.Row>
  )
}

/** Those affected, page by page, with what each was told and the way to note a call or a letter. */
export const AffectedList = ({ breach }: { breach: AdminBreachDetail }) => {
  const { t } = useTranslation("dkBreachPeople")
  const list = useList({ name: "people", filters: { state: STATES } })
  const { state } = list.filter
  const isTelling = breach.people.notices.some(({ outcome }) => outcome === null)
  const asked = { ...(state !== ANY && { state }), ...list.page.range }
  const query = useAffected(breach.id, asked, isTelling)
  return (
    <ListBody
      id="dk-affected"
      list={list}
      query={query}
      lines={4}
      choices={[
        {
          name: "state",
          label: t("filter"),
          options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
        },
      ]}
    >
      {({ people }) => (
        <ListTable
          columns={[
            { key: "who", label: t("who") },
            { key: "how", label: t("how"), isWide: true },
            { key: "actions", isWide: true },
          ]}
        >
          {people.map((person) => (
            <Row key={person.id} breach={breach} person={person} />
          ))}
        </ListTable>
      )}
    </ListBody>
  )
}
