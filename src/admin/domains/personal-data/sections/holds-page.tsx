import { Button, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminHold } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { useSayError } from "../../../shared/use-say-error"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { HoldDrawer } from "../forms/hold-drawer"
import { holdState } from "../hold-state"
import { useHolds, useLiftHold } from "../hooks/use-holds"
import { useStaffName } from "../hooks/use-staff-name"

const HOLDS = [ANY, "active"] as const

const COLOURS = { active: "orange", ended: "grey", lifted: "grey" } as const

const LiftButton = ({ id }: { id: string }) => {
  const { t } = useTranslation("dkPrivacy")
  const { t: tShared } = useTranslation("dkShared")
  const lift = useLiftHold()
  const prompt = usePrompt()
  const sayError = useSayError()
  const press = async () => {
    const isSure = await prompt({
      title: t("holds.lift"),
      description: t("holds.liftText"),
      confirmText: t("holds.lift"),
      cancelText: tShared("cancel"),
      variant: "danger",
    })
    if (!isSure) return
    lift.mutate(id, {
      onSuccess: () => toast.success(t("holds.liftDone")),
      onError: sayError,
    })
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={lift.isPending}
      data-testid="dk-hold-lift"
      onClick={() => void press()}
    >
      {t("holds.lift")}
    </Button>
  )
}

const About = ({ hold: { customer_id: customerId, order_id: orderId } }: { hold: AdminHold }) => {
  const { t } = useTranslation("dkPrivacy")
  const link =
    customerId === null
      ? { to: `/orders/${orderId ?? ""}`, label: t("holds.seeOrder") }
      : { to: `/customers/${customerId}`, label: t("holds.seeCustomer") }
  return (
    <Link to={link.to} className="text-ui-fg-base txt-small underline">
      {link.label}
    </Link>
  )
}

/** When a hold was made and until when it lasts. */
const Days = ({ hold }: { hold: AdminHold }) => {
  const { t, i18n } = useTranslation("dkPrivacy")
  const { created_at: createdAt, created_by: createdBy, ends_on: day, lifted_at: liftedAt } = hold
  const creator = useStaffName(createdBy)
  const lifter = useStaffName(hold.lifted_by)
  const moment = (iso: string) => formatMoment(iso, i18n.language)
  return (
    <div className="txt-small break-words">
      {liftedAt === null && (
        <p>
          {day === null
            ? t("holds.untilLifted")
            : t("holds.untilDay", { day: formatDay(day, i18n.language) })}
        </p>
      )}
      <p>
        {t("holds.made", { moment: moment(createdAt) })}
        {creator !== undefined && ` ${t("holds.by", { name: creator })}`}
      </p>
      {liftedAt !== null && (
        <p>
          {t("holds.lifted", { moment: moment(liftedAt) })}
          {lifter !== undefined && ` ${t("holds.by", { name: lifter })}`}
        </p>
      )}
    </div>
  )
}

const Row = ({ hold }: { hold: AdminHold }) => {
  const { t } = useTranslation("dkPrivacy")
  const state = holdState(hold)
  return (
    <Table.Row className="align-top" data-testid="dk-hold-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <StatusBadge color={COLOURS[state]}>{t(`holds.state.${state}`)}</StatusBadge>
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base">
              {t(`holds.kind.${hold.kind}`)}
            </Text>
            <Text size="small" className="break-words">
              {hold.reason}
            </Text>
            <About hold={hold} />
          </div>
          <div className="md:hidden">
            <Days hold={hold} />
          </div>
          {state === "active" && <LiftButton id={hold.id} />}
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[38%] py-4 md:table-cell">
        <Days hold={hold} />
      </Table.Cell>
    </Table.Row>
  )
}

const Rows = ({ holds }: { holds: AdminHold[] }) => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <ListTable
      columns={[
        { key: "what", label: t("holds.what") },
        { key: "when", label: t("holds.when"), isWide: true },
      ]}
    >
      {holds.map((hold) => (
        <Row key={hold.id} hold={hold} />
      ))}
    </ListTable>
  )
}

/** Data that must not be erased yet: who asked for it, and the way to end it. */
export const HoldsPage = () => {
  const { t } = useTranslation("dkPrivacy")
  const list = useList({ filters: { state: HOLDS } })
  const [creating, setCreating] = useState(false)
  const query = useHolds({ onlyActive: list.filter.state === "active", ...list.page.range })
  return (
    <>
      <ListSection
        level="h1"
        title={t("menu.holds")}
        text={t("holds.text")}
        testId="dk-holds"
        actions={
          query.data && (
            <Button
              size="small"
              data-testid="dk-hold-create"
              onClick={() => {
                setCreating(true)
              }}
            >
              {t("holds.create")}
            </Button>
          )
        }
        list={list}
        query={query}
        empty={{ title: t("holds.empty"), text: t("holds.emptyText") }}
        choices={[
          {
            name: "state",
            label: t("holds.filterLabel"),
            options: HOLDS.map((value) => ({ value, label: t(`holds.filter.${value}`) })),
          },
        ]}
      >
        {({ holds }) => <Rows holds={holds} />}
      </ListSection>
      {creating && (
        <HoldDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </>
  )
}
