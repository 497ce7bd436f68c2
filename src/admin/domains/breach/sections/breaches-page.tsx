import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminBreach } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import type { ListControls } from "../../../shared/list-bar"
import { ListSection } from "../../../shared/list-section"
import { ListTable } from "../../../shared/list-table"
import { ANY, useList } from "../../../shared/use-list"
import { OpenBreachDrawer } from "../forms/open-breach-drawer"
import { useBreaches } from "../hooks/use-breaches"
import { ClockBadge, DrillBadge } from "./breach-clock"
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

const STATES = ["open", "closed", ANY] as const
const REALITIES = [ANY, "real", "drill"] as const
const ORDERS = ["deadline_at", "-created_at", "created_at"] as const

const useControls = (): ListControls => {
  const { t } = useTranslation("dkBreaches")
  const { t: tShared } = useTranslation("dkShared")
  const realities = {
    all: t("filter.kindAll"),
    real: t("filter.kindReal"),
    drill: t("filter.kindDrill"),
  }
  return {
    search: { label: t("search") },
    choices: [
      {
        name: "state",
        label: t("filter.state"),
        options: STATES.map((value) => ({ value, label: t(`filter.${value}`) })),
      },
      {
        name: "kind",
        label: t("filter.kind"),
        options: REALITIES.map((value) => ({ value, label: realities[value] })),
      },
    ],
    orders: [
      { value: "deadline_at", label: tShared("list.nearest") },
      { value: "-created_at", label: tShared("list.newest") },
      { value: "created_at", label: tShared("list.oldest") },
    ],
  }
}

const Register = () => {
  const { t } = useTranslation("dkBreaches")
  const list = useList({ filters: { state: STATES, kind: REALITIES }, orders: ORDERS })
  const { filter, q, order, page } = list
  const [isOpening, setOpening] = useState(false)
  const query = useBreaches({
    ...(filter.state !== ANY && { state: filter.state }),
    ...(filter.kind !== ANY && { is_drill: filter.kind === "drill" }),
    ...{ q, order, ...page.range },
  })
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
    <>
      <ListSection
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-breaches"
        actions={query.data && create}
        list={list}
        query={query}
        empty={{ title: t("empty"), text: t("emptyText") }}
        {...useControls()}
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
      </ListSection>
      {isOpening && (
        <OpenBreachDrawer
          onClose={() => {
            setOpening(false)
          }}
        />
      )}
    </>
  )
}

/** Every breach, the nearest limit first, and what customers have told of. */
export const BreachesPage = () => (
  <div className="flex flex-col gap-y-3">
    <Register />
    <TipsSection />
  </div>
)
