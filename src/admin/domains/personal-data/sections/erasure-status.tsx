import type { AdminErasure } from "../../../../types/http"
import { ErasureActions } from "./erasure-actions"
import { ErasureBadge } from "./erasure-badge"
import { ErasureProofPart } from "./erasure-proof-part"
import { ErasureText } from "./erasure-text"

type ErasureStatusProps = { erasure: AdminErasure }

/** Where the customer's erasure stands, with the way back while there is one. */
export const ErasureStatus = ({ erasure }: ErasureStatusProps) => (
  <div className="flex flex-col items-start gap-y-2 px-6 py-4" data-testid="dk-erasure-status">
    <ErasureBadge erasure={erasure} />
    <ErasureText erasure={erasure} />
    <ErasureProofPart erasure={erasure} />
    <div className="flex flex-wrap gap-2">
      <ErasureActions erasure={erasure} />
    </div>
  </div>
)
