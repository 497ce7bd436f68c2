import { useWaitingRequests } from "../hooks/use-external-invoices"
import { useInvoiceSeries } from "../hooks/use-invoices"
import { BookkeepingSection } from "./bookkeeping-section"
import { EarlierSection } from "./earlier-section"
import { InvoiceListSection } from "./invoice-list-section"
import { KeptSection } from "./kept-section"
import { LackingSection } from "./lacking-section"
import { RatesSection } from "./rates-section"
import { RequestsSection } from "./requests-section"
import { SeriesSection } from "./series-section"
import { UnpaidSection } from "./unpaid-section"
import { UndeliveredSection } from "./undelivered-section"
import { YearsSection } from "./years-section"

/** A shop that invoices elsewhere needs no numbers here, unless it has used some. */
const OwnNumbers = () => {
  const { data: waiting } = useWaitingRequests({ limit: 1, offset: 0 })
  const { data: series } = useInvoiceSeries()
  const isUnused = series?.every((it) => it.kind === "test" && it.next_number === it.first_number)
  return waiting?.mode === "external" && isUnused ? null : <SeriesSection />
}

/** What holds invoices back, what the bookkeeping system has to make, all that are issued, which numbers they get, and until when they are kept. */
export const InvoicesPage = () => (
  <div className="flex flex-col gap-y-3">
    <LackingSection />
    <RequestsSection />
    <UnpaidSection />
    <UndeliveredSection />
    <InvoiceListSection />
    <BookkeepingSection />
    <EarlierSection />
    <OwnNumbers />
    <YearsSection />
    <KeptSection />
    <RatesSection />
  </div>
)
