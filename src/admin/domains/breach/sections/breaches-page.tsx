import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminBreach } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMoment } from "../../../shared/format"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { OpenBreachDrawer } from "../forms/open-breach-drawer"
import { useBreachFilter } from "../hooks/use-breach-filter"
import { useBreaches } from "../hooks/use-breaches"
import { ClockBadge, DrillBadge } from "./breach-clock"
import { BreachFilters } from "./breach-filters"
import { TipsSection } from "./tips-section"

const Row = ({ breach }: { breach: AdminBreach }) => {
  const { t, i18n } = useTranslation("dkBreaches")
  const { id, title, state, created_at: created } = breach
  return (
    <Table.Row className="align-top" data-testid="dk-breach-row">
      <Table.Cell className="py-4">
        <div className="flex flex-col items-start gap-y-2">
          <div className="flex flex-wrap gap-2">
            <StatusBadge color={state === "open" ? "blue" : "grey"}>
              {t(`state.${state}`)}
            </StatusBadge>
            <DrillBadge breach={breach} />
          </div>
          <Link
            to={`/privacy/breaches/${id}`}
            className="text-ui-fg-base txt-small-plus whitespace-normal break-words underline"
          >
            {title}
          </Link>
          <div className="md:hidden">
            <ClockBadge breach={breach} />
          </div>
        </div>
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">
        <ClockBadge breach={breach} />
      </Table.Cell>
      <Table.Cell className="hidden py-4 md:table-cell">
        <Text size="small">{formatMoment(created, i18n.language)}</Text>
      </Table.Cell>
    </Table.Row>
  )
}

const Register = () => {
  const { t } = useTranslation("dkBreaches")
  const filter = useBreachFilter()
  const { page, asked, isFiltered } = filter
  const [isOpening, setOpening] = useState(false)
  const query = useBreaches({ ...asked, ...page.range })
  const create = (
    <Button
      size="small"
      data-testid="dk-breach-create"
      onClick={() => {
        setOpening(true)
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
      testId="dk-breaches"
      actions={query.data && create}
    >
      {query.data && <BreachFilters {...filter} />}
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
        {({ breaches }) => (
          <ListTable
            columns={[
              { key: "what", label: t("what") },
              { key: "when", label: t("when"), isWide: true },
              { key: "opened", label: t("opened"), isWide: true },
            ]}
          >
            {breaches.map((breach) => (
              <Row key={breach.id} breach={breach} />
            ))}
          </ListTable>
        )}
      </ListBody>
      {isOpening && (
        <OpenBreachDrawer
          onClose={() => {
            setOpening(false)
          }}
        />
      )}
    </Section>
  )
}

/** Every breach, the nearest limit first, and what customers have told of. */
export const BreachesPage = () => (
  <div className="flex flex-col gap-y-3">
    <Register />
    <TipsSection />
  </div>
)
