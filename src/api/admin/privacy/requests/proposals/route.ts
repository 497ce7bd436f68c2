import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../../../../modules/access"
import type { AdminSubjectRequestProposalResponse } from "../../../../../types/http"
import { proposePeople } from "../../../../../workflows/subject-request"
import type { ProposalBody } from "../validators"

/** `{ proposal }`: who may be behind a mail to the shop, and by when to answer; nothing is created. 400 naming the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ProposalBody>,
  res: MedusaResponse<AdminSubjectRequestProposalResponse>
): Promise<void> => {
  const { sender, ...asked } = req.validatedBody
  const proposal = await proposePeople(req.scope, { ...sender, ...asked })
  const { customers, orders, uncertain } = proposal
  carriesPeople(
    req,
    [...customers, ...orders, ...uncertain].map(({ id }) => id)
  )
  res.set("Cache-Control", "no-store").json({ proposal })
}
