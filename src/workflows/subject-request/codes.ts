import type { MedusaContainer } from "@medusajs/framework/types"
import { confirmByCode, makeCode } from "../../modules/subject-request/codes"
import { postgres } from "../../shared/postgres"
import type { AdminSubjectRequestCode, AdminSubjectRequestDetail } from "../../types/http"
import { detailOf } from "./requests"
import { subjectRequestSettings } from "./settings"

/** A code for the person of a call or letter. Throws not_found, or a conflict when identity is not in question. */
export const makeCodeOf = async (
  container: MedusaContainer,
  id: string
): Promise<AdminSubjectRequestCode> => {
  const { secrets } = subjectRequestSettings(container)
  const { code, expires_at: expires } = await makeCode(postgres(container), secrets, id)
  return { code, expires_at: expires.toISOString() }
}

/** The person read the code back. Throws not_found, invalid_data `code`, or a conflict. */
export const confirmIdentityByCode = async (
  container: MedusaContainer,
  said: { id: string; code: string; actor: string }
): Promise<AdminSubjectRequestDetail> => {
  const { secrets } = subjectRequestSettings(container)
  const now = new Date()
  return detailOf(container, await confirmByCode(postgres(container), secrets, { ...said, now }))
}
