import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "../../../shared/list-table"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { RestrictionDrawer } from "../forms/restriction-drawer"
import { useRestrictions } from "../hooks/use-restrictions"
import { RestrictionRow } from "./restriction-row"

const STATES = [ANY, "active"] as const

/** People whose data may only be stored: why, how long, and the way to end it. */
export const RestrictionsPage = () => {
  const { t } = useTranslation("dkRestrictions")
  const list = useList({ filters: { state: STATES } })
  const [creating, setCreating] = useState(false)
  const query = useRestrictions({
    onlyActive: list.filter.state === "active",
    ...list.page.range,
  })
  return (
    <>
      <ListSection
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-restrictions"
        actions={
          query.data && (
            <Button
              size="small"
              data-testid="dk-restriction-create"
              onClick={() => {
                setCreating(true)
              }}
            >
              {t("create")}
            </Button>
          )
        }
        list={list}
        query={query}
        empty={{ title: t("empty"), text: t("emptyText") }}
        choices={[
          {
            name: "state",
            label: t("filterLabel"),
            options: STATES.map((value) => ({ value, label: t(`filter.${value}`) })),
          },
        ]}
      >
        {({ restrictions }) => (
          <ListTable
            columns={[
              { key: "what", label: t("what") },
              { key: "when", label: t("when"), isWide: true },
            ]}
          >
            {restrictions.map((restriction) => (
              <RestrictionRow key={restriction.id} restriction={restriction} />
            ))}
          </ListTable>
        )}
      </ListSection>
      {creating && (
        <RestrictionDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </>
  )
}
