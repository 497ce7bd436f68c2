import { InvoiceListSection } from "./invoice-list-section"
import { LackingSection } from "./lacking-section"
import { RatesSection } from "./rates-section"
import { RequestsSection } from "./requests-section"
import { SeriesSection } from "./series-section"
import { YearsSection } from "./years-section"

/** What holds invoices back, what the bookkeeping system has to make, all that are issued, which numbers they get, and until when they are kept. */
export const InvoicesPage = () => (
  <div className="flex flex-col gap-y-3">
    <LackingSection />
    <RequestsSection />
    <InvoiceListSection />
    <SeriesSection />
    <YearsSection />
    <RatesSection />
  </div>
)
