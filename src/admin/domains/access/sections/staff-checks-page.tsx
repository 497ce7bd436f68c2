import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "../../../shared/list-table"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { StaffCheckDrawer } from "../forms/staff-check-drawer"
import { useStaffChecks } from "../hooks/use-staff-checks"
import { StaffCheckRow } from "./staff-check-row"

/** Criminal record certificates that were seen, those to be seen again first. */
export const StaffChecksPage = () => {
  const { t } = useTranslation("dkAccessChecks")
  const { t: tMenu } = useTranslation("dkPrivacy")
  const list = useList()
  const [isCreating, setCreating] = useState(false)
  const query = useStaffChecks(list.page.range)
  return (
    <>
      <ListSection
        level="h1"
        title={tMenu("menu.staffChecks")}
        text={t("staff.text")}
        testId="dk-staff-checks"
        actions={
          query.data && (
            <Button
              size="small"
              data-testid="dk-check-create"
              onClick={() => {
                setCreating(true)
              }}
            >
              {t("staff.create")}
            </Button>
          )
        }
        list={list}
        query={query}
        empty={{ title: t("staff.empty"), text: t("staff.emptyText") }}
      >
        {({ staff_checks: checks }) => (
          <ListTable
            columns={[
              { key: "what", label: t("staff.what") },
              { key: "when", label: t("staff.when"), isWide: true },
            ]}
          >
            {checks.map((check) => (
              <StaffCheckRow key={check.id} check={check} />
            ))}
          </ListTable>
        )}
      </ListSection>
      {isCreating && (
        <StaffCheckDrawer
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </>
  )
}
