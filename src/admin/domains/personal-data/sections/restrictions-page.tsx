import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { ListTable } from "../../../shared/list-table"
import { Section } from "../../../shared/section"
import { usePage } from "../../../shared/use-page"
import { RestrictionDrawer } from "../forms/restriction-drawer"
import { useRestrictions } from "../hooks/use-restrictions"
import { RestrictionRow } from "./restriction-row"

/** People whose data may only be stored: why, how long, and the way to end it. */
export const RestrictionsPage = () => {
  const { t } = useTranslation("dkRestrictions")
  const page = usePage()
  const [creating, setCreating] = useState(false)
  const query = useRestrictions(page.range)
  return (
    <Section
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
    >
      <ListBody
        query={query}
        page={page}
        empty={<EmptyNotice title={t("empty")} text={t("emptyText")} />}
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
      </ListBody>
      {creating && (
        <RestrictionDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </Section>
  )
}
