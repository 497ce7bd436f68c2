import { Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSubjectRequest, AdminSubjectRequestKind } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
import { NewRequestDrawer } from "../forms/new-request-drawer"
import { useRequests } from "../hooks/use-requests"
import { KINDS } from "../kinds"
import { RequestBadge, RequestLimit } from "./request-state"

const WHICH = ["open", "ended", "all"] as const
type Which = (typeof WHICH)[number]

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
              className="text-ui-fg-interactive txt-small-plus hover:underline"
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

type FiltersProps = {
  which: Which
  kind: AdminSubjectRequestKind | "all"
  onWhich: (which: Which) => void
  onKind: (kind: AdminSubjectRequestKind | "all") => void
}

const Filters = ({ which, kind, onWhich, onKind }: FiltersProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <div className="flex flex-wrap gap-2">
      <SelectField
        id="dk-requests-filter"
        label={t("filter.label")}
        isLabelHidden
        value={which}
        options={WHICH.map((value) => ({ value, label: t(`filter.${value}`) }))}
        onChange={onWhich}
      />
      <SelectField
        id="dk-requests-kind"
        label={t("kindFilter")}
        isLabelHidden
        value={kind}
        options={[
          { value: "all" as const, label: t("allKinds") },
          ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={onKind}
      />
    </div>
  )
}

/** What people have asked for, the next limit first. */
export const RequestsPage = () => {
  const { t } = useTranslation("dkRequests")
  const page = usePage()
  const [which, setWhich] = useState<Which>("open")
  const [kind, setKind] = useState<AdminSubjectRequestKind | "all">("all")
  const [isCreating, setCreating] = useState(false)
  const query = useRequests({
    ...(which !== "all" && { open: which === "open" }),
    ...(kind !== "all" && { kind }),
    ...page.range,
  })
  const fromStart =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      page.turnTo(0)
      set(value)
    }
  const filters = { which, kind, onWhich: fromStart(setWhich), onKind: fromStart(setKind) }
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
    <Section
      level="h1"
      title={t("title")}
      text={t("text")}
      testId="dk-requests"
      actions={query.data && create}
    >
      {query.data && (
        <div className="px-6 py-4">
          <Filters {...filters} />
        </div>
      )}
      <ListBody
        query={query}
        page={page}
        empty={<EmptyNotice title={t("empty")} text={t("emptyText")} />}
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
