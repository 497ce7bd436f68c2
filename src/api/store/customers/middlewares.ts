import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { authenticate } from "@medusajs/framework/http"
import { CONSENT_MODULE } from "../../../modules/consent"
import type { ConsentModuleService } from "../../../modules/consent"
import { invalidField } from "../../../shared/errors"

/** Header of `POST /store/customers`: ids of the notices the sign-up page shows, with commas between them. */
const NOTICES_HEADER = "x-dk-notices"
const MOST_NOTICES = 20

const loginOf = (req: MedusaRequest): string | undefined =>
  (req as Partial<AuthenticatedMedusaRequest>).auth_context?.auth_identity_id

/**
 * Remembers which notices the storefront says it shows before the account is made, so that the evidence is made of facts. 400
 * naming `x-dk-notices` when one is unknown, not in force or about marketing. Without the header the version in force is
 * assumed.
 */
const noteShownNotices = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const ids = (req.get(NOTICES_HEADER) ?? "").split(",").flatMap((id) => id.trim() || [])
  const login = loginOf(req)
  if (ids.length === 0 || login === undefined) {
    next()
    return
  }
  try {
    if (ids.length > MOST_NOTICES) {
      throw invalidField(NOTICES_HEADER, "too_many", `At most ${MOST_NOTICES.toString()} notices.`)
    }
    const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
    if (service.settings.enabled) await service.noteRegistration(login, ids)
    next()
  } catch (error) {
    next(error)
  }
}

export const storeRegistrationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/customers",
    methods: ["POST"],
    middlewares: [
      authenticate("customer", ["session", "bearer"], { allowUnregistered: true }),
      noteShownNotices,
    ],
  },
]
