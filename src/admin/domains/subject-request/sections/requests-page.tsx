import { Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSubjectRequest } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { NewRequestDrawer } from "../forms/new-request-drawer"
import { useRequestFilter } from "../hooks/use-request-filter"
import { useRequests } from "../hooks/use-requests"
import { RequestFilters } from "./request-filters"
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

/** What people have asked for, the next limit first. */
export const RequestsPage = () => {
  const { t } = useTranslation("dkRequests")
  const { page, filter, choose, isFiltered } = useRequestFilter()
  const [isCreating, setCreating] = useState(false)
  const query = useRequests({ ...filter.asked, ...page.range })
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
  const { which, kind, q } = filter
  return (
    <Section
      level="h1"
      title={t("title")}
      text={t("text")}
      testId="dk-requests"
      actions={query.data && create}
    >
      {query.data && <RequestFilters which={which} kind={kind} q={q} onChoose={choose} />}
      <ListBody
        query={query}
        page={page}
        empty={
          <EmptyNotice
            title={isFiltered ? t("emptyFilter") : t("empty")}
            text={isFiltered ? t("emptyFilterText") : t("emptyText")}
          />
        }
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
      </ListBody>
      {isCreating && (
        <NewRequestDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </Section>
  )
}
