import { Alert, Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminEarlierYear } from "../../../../types/http"
import { ListTable } from "../../../shared/list-table"
import { WaitingSection } from "../../../shared/waiting-section"
import { sumOf } from "../archiving"
import { ArchiveDrawer } from "../forms/archive-drawer"
import { useEarlierYears } from "../hooks/use-earlier-orders"
import { ImportButton } from "./import-button"

const COUNTS = ["numbered", "copied", "left"] as const

/** Nothing need be kept of the others. */
const concerns = (year: AdminEarlierYear): boolean => COUNTS.some((key) => year[key] > 0)

const Years = ({ years }: { years: AdminEarlierYear[] }) => {
  const { t, i18n } = useTranslation("dkEarlierOrders")
  const columns = [
    { key: "year", label: t("columns.year") },
    ...COUNTS.map((key) => ({ key, label: t(`columns.${key}`), isRight: true })),
  ]
  return (
    <ListTable columns={columns}>
      {years.filter(concerns).map((year) => (
        <Table.Row key={year.year} data-testid="dk-earlier-year">
          <Table.Cell>{year.year}</Table.Cell>
          {COUNTS.map((key) => (
            <Table.Cell key={key} className="text-right tabular-nums">
              {year[key].toLocaleString(i18n.language)}
            </Table.Cell>
          ))}
        </Table.Row>
      ))}
    </ListTable>
  )
}

type ActionsProps = { years: AdminEarlierYear[] }

const Actions = ({ years }: ActionsProps) => {
  const { t } = useTranslation("dkEarlierOrders")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ImportButton label={t("import")} testId="dk-earlier-import" />
      <Button
        size="small"
        variant="secondary"
        data-testid="dk-earlier-archive"
        onClick={() => {
          setOpen(true)
        }}
      >
        {t("archive")}
      </Button>
      {isOpen && (
        <ArchiveDrawer
          years={years}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** Orders from before the plugin, which the shop must be able to show too. Draws nothing in a shop without any. */
export const EarlierSection = () => {
  const { t } = useTranslation("dkEarlierOrders")
  const query = useEarlierYears()
  const { data: years = [], error } = query
  return (
    <WaitingSection
      title={t("title")}
      text={t("text")}
      testId="dk-earlier"
      actions={error ? undefined : <Actions years={years} />}
      query={query}
      isEmpty={years.length === 0}
    >
      {years.length > 0 && sumOf(years, "left") === 0 && (
        <div className="px-6 py-4">
          <Alert variant="success" data-testid="dk-earlier-done">
            {t("done")}
          </Alert>
        </div>
      )}
      {years.some(concerns) && <Years years={years} />}
      {(["unpaid", "past"] as const).map((key) => {
        const count = sumOf(years, key)
        if (count === 0) return null
        return (
          <Text key={key} size="small" className="text-ui-fg-subtle px-6 py-3">
            {t(key, { count })}
          </Text>
        )
      })}
    </WaitingSection>
  )
}
