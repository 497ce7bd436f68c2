import { InvoiceListSection } from "./invoice-list-section"
import { LackingSection } from "./lacking-section"
import { RatesSection } from "./rates-section"
import { SeriesSection } from "./series-section"
import { UndeliveredSection } from "./undelivered-section"
import { YearsSection } from "./years-section"

/** What holds invoices back, all that are issued, which numbers they get, and until when they are kept. */
export const InvoicesPage = () => (
  <div className="flex flex-col gap-y-3">
    <LackingSection />
    <UndeliveredSection />
    <InvoiceListSection />
    <SeriesSection />
    <YearsSection />
    <RatesSection />
  </div>
)
