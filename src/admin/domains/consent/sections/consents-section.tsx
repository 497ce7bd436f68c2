import { useTranslation } from "react-i18next"
import { EmptyNotice } from "../../../shared/empty-notice"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { usePage } from "../../../shared/use-page"
import { useConsents } from "../hooks/use-consents"
import type { ConsentFilter } from "../hooks/use-consents"
import { ConsentFilters } from "./consent-filters"
import { ConsentRows } from "./consent-rows"

type ConsentsSectionProps = { filter: ConsentFilter; onFilter: (filter: ConsentFilter) => void }

/** Who has said what: everybody, or those one looks for. */
export const ConsentsSection = ({ filter, onFilter }: ConsentsSectionProps) => {
  const { t } = useTranslation("dkConsents")
  const page = usePage()
  const query = useConsents({ ...filter, ...page.range })
  const isFiltered = Object.values(filter).some((value) => value !== "")
  return (
    <Section level="h1" title={t("title")} text={t("text")} testId="dk-consents">
      {(query.data !== undefined || isFiltered) && (
        <ConsentFilters
          filter={filter}
          onChange={(next) => {
            onFilter(next)
            page.turnTo(0)
          }}
        />
      )}
      <ListBody
        query={query}
        page={page}
        empty={
          isFiltered ? (
            <EmptyNotice title={t("emptyFiltered")} text={t("emptyFilteredText")} />
          ) : (
            <EmptyNotice title={t("empty")} text={t("emptyText")} />
          )
        }
      >
        {({ consents }) => <ConsentRows consents={consents} />}
      </ListBody>
    </Section>
  )
}
