import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaErrorOf } from "../../shared/errors"

/** Answers 409 with the plugin's own code and message, which Medusa's error handler would replace. */
export const sendConflict = (res: MedusaResponse, error: MedusaError): void => {
  res.status(409).json({ type: error.type, code: error.code, message: error.message })
}

/** Wraps a route so that a conflict it throws reaches the client with its code and message. */
export const answerConflicts =
  <
    Body = unknown,
    Query extends Record<string, unknown> = Record<string, unknown>,
    Request extends MedusaRequest<Body, Query> = MedusaRequest<Body, Query>,
  >(
    handler: (req: Request, res: MedusaResponse) => Promise<void>
  ) =>
  async (req: Request, res: MedusaResponse): Promise<void> => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!isMedusaErrorOf(error, MedusaError.Types.CONFLICT)) throw error
      sendConflict(res, error)
    }
  }

/** The same for a route of staff, which knows who asks. */
export const answerConflictsOfStaff = <Body>(
  handler: (req: AuthenticatedMedusaRequest<Body>, res: MedusaResponse) => Promise<void>
) => answerConflicts<Body, Record<string, unknown>, AuthenticatedMedusaRequest<Body>>(handler)

/** The same for a check that runs as a middleware: passes on when it did not throw. */
export const checkBefore =
  (check: (req: MedusaRequest) => Promise<void>) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      await check(req)
      next()
    } catch (error) {
      if (isMedusaErrorOf(error, MedusaError.Types.CONFLICT)) sendConflict(res, error)
      else next(error)
    }
  }
