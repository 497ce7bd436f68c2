import { Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useDataMap } from "../hooks/use-data-map"
import { DriftSection } from "./drift-section"
import { MapByPurpose } from "./map-by-purpose"
import { MapByTable } from "./map-by-table"

/** Where personal data lies, why it is there and when it goes; and whether the map still fits the database. */
export const DataMapPage = () => {
  const { t } = useTranslation("dkDataMap")
  const query = useDataMap()
  const { data: tables } = query
  return (
    <Section level="h1" title={t("title")} text={t("text")} testId="dk-data-map">
      <Reading query={query} lines={8} />
      {tables && (
        <>
          <div className="px-6 py-4">
            <DriftSection />
          </div>
          <Tabs defaultValue="table">
            <Tabs.List className="px-6 py-4">
              <Tabs.Trigger value="table" data-testid="dk-map-by-table">
                {t("byTable")}
              </Tabs.Trigger>
              <Tabs.Trigger value="purpose" data-testid="dk-map-by-purpose">
                {t("byPurpose")}
              </Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="table" className="border-t">
              <MapByTable tables={tables} />
            </Tabs.Content>
            <Tabs.Content value="purpose" className="border-t">
              <MapByPurpose tables={tables} />
            </Tabs.Content>
          </Tabs>
        </>
      )}
    </Section>
  )
}
