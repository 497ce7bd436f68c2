import { ApiError } from "../../../shared/api"
import { useMetrics } from "../hooks/use-health"
import { AccountsSection } from "./accounts-section"
import { InboxSection } from "./inbox-section"
import { MetricsSection } from "./metrics-section"
import { ProblemsSection } from "./problems-section"

/** Whether payments run as they should, and what staff has to do. Without the right it says so once. */
export const NetsPage = () => {
  const { error } = useMetrics()
  const isForbidden = error instanceof ApiError && error.status === 403
  return (
    <div className="flex flex-col gap-y-3">
      <MetricsSection />
      {!isForbidden && (
        <>
          <ProblemsSection />
          <InboxSection />
          <AccountsSection />
        </>
      )}
    </div>
  )
}
