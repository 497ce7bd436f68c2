import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminPersonRestriction } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { useStaffName } from "../hooks/use-staff-name"
import { restrictionState } from "../restriction-state"
import { LiftRestrictionButton } from "./lift-restriction-button"

const COLOURS = { coming: "blue", active: "orange", ended: "grey", lifted: "grey" } as const

type RowProps = { restriction: AdminPersonRestriction }

const About = ({ restriction }: RowProps) => {
  const { t } = useTranslation("dkRestrictions")
  const { customer_id: customerId, order_id: orderId, email } = restriction
  if (customerId === null && orderId === null) {
    return <Text size="small">{email ?? t("erased")}</Text>
  }
  const link =
    customerId === null
      ? { to: `/orders/${orderId ?? ""}`, label: t("seeOrder") }
      : { to: `/customers/${customerId}`, label: t("seeCustomer") }
  return (
    <Link to={link.to} className="text-ui-fg-base txt-small underline">
      {link.label}
    </Link>
  )
}

/** From when and until when a restriction lasts, and who told the person. */
const Days = ({ restriction }: RowProps) => {
  const { t, i18n } = useTranslation("dkRestrictions")
  const { from_on: from, ends_on: end, lifted_at: liftedAt, told_at: toldAt } = restriction
  const creator = useStaffName(restriction.created_by)
  const lifter = useStaffName(restriction.lifted_by)
  const day = (date: string) => formatDay(date, i18n.language)
  const moment = (iso: string) => formatMoment(iso, i18n.language)
  return (
    <div className="txt-small break-words">
      <p>
        {t("from", { day: day(from) })}
        {creator !== undefined && ` ${t("by", { name: creator })}`}
      </p>
      {liftedAt === null && (
        <p>{end === null ? t("untilLifted") : t("untilDay", { day: day(end) })}</p>
      )}
      {toldAt !== null && <p>{t("toldAt", { moment: moment(toldAt) })}</p>}
      {liftedAt !== null && (
        <p>
          {t("lifted", { moment: moment(liftedAt) })}
          {lifter !== undefined && ` ${t("by", { name: lifter })}`}
        </p>
      )}
      {restriction.lift_reason !== null && <p>{restriction.lift_reason}</p>}
    </div>
  )
}

/** One restriction: whom it is about, why, how long, and the way to end it. */
export const RestrictionRow = ({ restriction }: RowProps) => {
  const { t } = useTranslation("dkRestrictions")
  const state = restrictionState(restriction)
  const isOpen = state === "active" || state === "coming"
  return (
    <Table.Row className="align-top" data-testid="dk-restriction-row">
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <StatusBadge color={COLOURS[state]}>{t(`state.${state}`)}</StatusBadge>
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base">
              {t(`ground.${restriction.ground}`)}
            </Text>
            <About restriction={restriction} />
          </div>
          <div className="md:hidden">
            <Days restriction={restriction} />
          </div>
          {isOpen && <LiftRestrictionButton id={restriction.id} />}
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[38%] py-4 md:table-cell">
        <Days restriction={restriction} />
      </Table.Cell>
    </Table.Row>
  )
}
