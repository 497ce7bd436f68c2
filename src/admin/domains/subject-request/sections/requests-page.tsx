import { Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSubjectRequest } from "../../../../types/http"
import type { ListControls } from "../../../shared/list-bar"
import { ListSection } from "../../../shared/list-section"
import { ListTable } from "../../../shared/list-table"
import { ANY, useList } from "../../../shared/use-list"
import { NewRequestDrawer } from "../forms/new-request-drawer"
import { useRequests } from "../hooks/use-requests"
import type { RequestFilter } from "../hooks/use-requests"
import { KINDS, STATES } from "../kinds"
import { RequestBadge, RequestLimit } from "./request-state"

const Row = ({ request }: { request: AdminSubjectRequest }) => {
  const { t } = useTranslation("dkRequests")
  return (
    <Table.Row className="align-top" data-testid="dk-request-row">
      <Table.Cell className="py-4">
        <div className="flex flex-col items-start gap-y-2">
          <RequestBadge request={request} />
          <div>
            <Link
              to={`/privacy/requests/${request.id}`}
              className="text-ui-fg-base txt-small-plus underline"
            >
              {t(`kind.${request.kind}`)}
            </Link>
            <Text size="small" className="text-ui-fg-subtle break-all">
              {request.name ?? request.email ?? t("unnamed")}
            </Text>
          </div>
          <div className="md:hidden">
            <RequestLimit request={request} />
          </div>
        </div>
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">
        <Text size="small">{t(`channel.${request.channel}`)}</Text>
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">
        <RequestLimit request={request} />
      </Table.Cell>
    </Table.Row>
  )
}

const WHICH = ["open", "ended", "all", ...STATES] as const
const ORDERS = ["strict_on", "-received_on", "received_on"] as const

/** `open` and `ended` stand for several states. */
const stateOf = (which: (typeof WHICH)[number]): Pick<RequestFilter, "open" | "state"> => {
  if (which === "all") return {}
  return which === "open" || which === "ended" ? { open: which === "open" } : { state: which }
}

const useControls = (): ListControls => {
  const { t } = useTranslation("dkRequests")
  const { t: tShared } = useTranslation("dkShared")
  const nameOf = (which: (typeof WHICH)[number]) =>
    which === "open" || which === "ended" || which === "all"
      ? t(`filter.${which}`)
      : t(`state.${which}`)
  return {
    search: { label: t("search") },
    choices: [
      {
        name: "state",
        label: t("filter.label"),
        options: WHICH.map((value) => ({ value, label: nameOf(value) })),
      },
      {
        name: "kind",
        label: t("kindFilter"),
        options: [
          { value: ANY, label: t("allKinds") },
          ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ],
      },
    ],
    orders: [
      { value: "strict_on", label: tShared("list.nearest") },
      { value: "-received_on", label: tShared("list.newest") },
      { value: "received_on", label: tShared("list.oldest") },
    ],
  }
}

/** What people have asked for, the next limit first. */
export const RequestsPage = () => {
  const { t } = useTranslation("dkRequests")
  const list = useList({ filters: { state: WHICH, kind: [ANY, ...KINDS] }, orders: ORDERS })
  const { filter, q, order, page } = list
  const [isCreating, setCreating] = useState(false)
  const query = useRequests({
    ...stateOf(filter.state),
    ...(filter.kind !== ANY && { kind: filter.kind }),
    ...{ q, order, ...page.range },
  })
  const create = (
    <Button
      size="small"
      data-testid="dk-request-create"
      onClick={() => {
        setCreating(true)
      }}
    >
      {t("create")}
    </Button>
  )
  return (
    <>
      <ListSection
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-requests"
        actions={query.data && create}
        list={list}
        query={query}
        empty={{ title: t("empty"), text: t("emptyText") }}
        {...useControls()}
      >
        {({ requests }) => (
          <ListTable
            columns={[
              { key: "what", label: t("what") },
              { key: "channel", label: t("channelLabel"), isWide: true },
              { key: "when", label: t("when"), isWide: true },
            ]}
          >
            {requests.map((request) => (
              <Row key={request.id} request={request} />
            ))}
          </ListTable>
        )}
      </ListSection>
      {isCreating && (
        <NewRequestDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </>
  )
}
