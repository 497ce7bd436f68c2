import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRetentionRule } from "../../../../types/http"
import { formatDay, formatMoment } from "../../../shared/format"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { TermDrawer } from "../forms/term-drawer"
import { useRuleName } from "../hooks/use-rule-name"
import { useStaffName } from "../hooks/use-staff-name"
import { isEditable } from "../retention"

const Term = ({ rule }: { rule: AdminRetentionRule }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const name = useStaffName(rule.changed?.by ?? null)
  return (
    <div className="txt-small">
      <p className="text-ui-fg-base">
        {isEditable(rule) ? t(`term.${rule.unit}`, { count: rule.term }) : t("term.own")}
      </p>
      {rule.changed && (
        <p className="text-ui-fg-subtle break-words">
          {t("changed", { moment: formatMoment(rule.changed.at, i18n.language) })}
          {name !== undefined && ` ${t("by", { name })}`}: {rule.changed.reason}
        </p>
      )}
    </div>
  )
}

const Counts = ({ rule: { held, due, next_due_on: next } }: { rule: AdminRetentionRule }) => {
  const { t, i18n } = useTranslation("dkRetention")
  const figure = (count: number) => new Intl.NumberFormat(i18n.language).format(count)
  return (
    <div className="txt-small flex flex-col items-start gap-y-1">
      <p>{held === 0 ? t("heldNone") : t("held", { count: held, figure: figure(held) })}</p>
      {due > 0 && (
        <StatusBadge color="orange">{t("due", { count: due, figure: figure(due) })}</StatusBadge>
      )}
      {next !== null && (
        <p className="text-ui-fg-subtle">{t("next", { day: formatDay(next, i18n.language) })}</p>
      )}
    </div>
  )
}

const Row = ({ rule }: { rule: AdminRetentionRule }) => {
  const { t } = useTranslation("dkRetention")
  const ruleName = useRuleName()
  const [isEditing, setEditing] = useState(false)
  return (
    <Table.Row className="align-top" data-testid={`dk-rule-${rule.rule}`}>
      <Table.Cell className="py-4">
        <div className="flex max-w-[520px] flex-col items-start gap-y-2">
          <div>
            <Text size="small" weight="plus" className="text-ui-fg-base">
              {ruleName(rule.rule)}
            </Text>
            <Text size="small" className="break-words">
              {t(`rule.${rule.rule}.text`, { defaultValue: "" })}
            </Text>
          </div>
          <div className="flex flex-col gap-y-2 md:hidden">
            <Term rule={rule} />
            <Counts rule={rule} />
          </div>
          {isEditable(rule) && (
            <Button
              size="small"
              variant="secondary"
              data-testid={`dk-rule-edit-${rule.rule}`}
              onClick={() => {
                setEditing(true)
              }}
            >
              {t("edit.open")}
            </Button>
          )}
          {isEditing && isEditable(rule) && (
            <TermDrawer
              rule={rule}
              onClose={() => {
                setEditing(false)
              }}
            />
          )}
        </div>
      </Table.Cell>
      <Table.Cell className="hidden w-[28%] py-4 md:table-cell">
        <Term rule={rule} />
      </Table.Cell>
      <Table.Cell className="hidden w-[24%] py-4 md:table-cell">
        <Counts rule={rule} />
      </Table.Cell>
    </Table.Row>
  )
}

/** What is held, why and until when, rule by rule. */
export const RetentionRules = ({ rules }: { rules: AdminRetentionRule[] }) => {
  const { t } = useTranslation("dkRetention")
  return (
    <Section level="h1" title={t("title")} text={t("text")} testId="dk-retention">
      <ListTable
        columns={[
          { key: "what", label: t("column.what") },
          { key: "term", label: t("column.term"), isWide: true },
          { key: "held", label: t("column.held"), isWide: true },
        ]}
      >
        {rules.map((rule) => (
          <Row key={rule.rule} rule={rule} />
        ))}
      </ListTable>
    </Section>
  )
}
