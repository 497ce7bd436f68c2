import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useRoles } from "../../access/hooks/use-roles"
import { BUYER_TYPES } from "../query-draft"
import type { QueryDraft } from "../query-draft"
import { CheckList } from "./check-list"

type AffectedFieldsProps = {
  draft: QueryDraft
  /** Lines of those named one by one that mean nobody. */
  unknown: readonly string[]
  onChange: (change: Partial<QueryDraft>) => void
}

type Period = { from: string; to: string }

type PeriodFieldsProps = {
  id: string
  title: string
  type: "date" | "datetime-local"
  period: Period
  onChange: (change: Partial<Period>) => void
  children?: ReactNode
}

const PeriodFields = ({ id, title, type, period, onChange, children }: PeriodFieldsProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const { t: tBreaches } = useTranslation("dkBreaches")
  return (
    <section aria-label={title} className="flex flex-col gap-y-3 rounded-md border p-4">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <div className="flex flex-col gap-3">
        {(["from", "to"] as const).map((end) => (
          <TextField
            key={end}
            id={`${id}-${end}`}
            label={t(end)}
            type={type}
            {...(type === "datetime-local" && { hint: tBreaches("byYourClock") })}
            isRequired
            value={period[end]}
            onChange={(value) => {
              onChange({ [end]: value })
            }}
          />
        ))}
      </div>
      {children}
    </section>
  )
}

/** Whose login it was: chosen from the staff where the reader may see them, else by id. */
const ActorField = ({ draft, onChange }: Omit<AffectedFieldsProps, "unknown">) => {
  const { t } = useTranslation("dkBreachPeople")
  const staff = useRoles().data?.staff ?? []
  const change = (actor_id: string) => {
    onChange({ read_by: { ...draft.read_by, actor_id } })
  }
  const shared = { id: "dk-breach-actor", value: draft.read_by.actor_id, onChange: change }
  return (
    <div className="flex flex-col gap-y-1">
      {staff.length > 0 ? (
        <SelectField
          {...shared}
          label={t("actor")}
          options={staff.map(({ user_id: value, email, name }) => ({
            ...{ value, label: name ?? email },
          }))}
        />
      ) : (
        <TextField {...shared} label={t("actorId")} maxLength={64} isRequired />
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {t("actorHint")}
      </Text>
    </div>
  )
}

const OrderFields = ({ draft, onChange }: Omit<AffectedFieldsProps, "unknown">) => {
  const { t } = useTranslation("dkBreachPeople")
  return (
    <PeriodFields
      id="dk-breach-orders"
      title={t("ordersTitle")}
      type="date"
      period={draft.orders}
      onChange={(period) => {
        onChange({ orders: { ...draft.orders, ...period } })
      }}
    >
      <CheckList
        id="dk-breach-buyers"
        label={t("buyers")}
        options={BUYER_TYPES.map((value) => ({ value, label: t(`buyer.${value}`) }))}
        chosen={draft.orders.buyer_types}
        onChange={(buyer_types) => {
          onChange({ orders: { ...draft.orders, buyer_types } })
        }}
      />
    </PeriodFields>
  )
}

/** What the chosen parts of a query ask for. */
export const AffectedFields = ({ draft, unknown, onChange }: AffectedFieldsProps) => {
  const { t } = useTranslation("dkBreachPeople")
  const { parts } = draft
  return (
    <>
      {parts.includes("orders") && <OrderFields draft={draft} onChange={onChange} />}
      {parts.includes("chosen") && (
        <TextField
          id="dk-breach-chosen"
          label={t("chosen")}
          rows={4}
          isRequired
          value={draft.chosen}
          problem={unknown.length === 0 ? null : t("chosenUnknown", { lines: unknown.join(", ") })}
          onChange={(chosen) => {
            onChange({ chosen })
          }}
        />
      )}
      {parts.includes("read_by") && (
        <PeriodFields
          id="dk-breach-read"
          title={t("readTitle")}
          type="datetime-local"
          period={draft.read_by}
          onChange={(period) => {
            onChange({ read_by: { ...draft.read_by, ...period } })
          }}
        >
          <ActorField draft={draft} onChange={onChange} />
        </PeriodFields>
      )}
      {parts.includes("kept_invoices") && (
        <PeriodFields
          id="dk-breach-invoices"
          title={t("invoicesTitle")}
          type="date"
          period={draft.kept_invoices}
          onChange={(period) => {
            onChange({ kept_invoices: { ...draft.kept_invoices, ...period } })
          }}
        />
      )}
    </>
  )
}
