import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import { forbidden } from "../../shared/errors"
import { isExportDownload } from "./pass-export-ticket"

const READS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"])

/** Their reads leave traces: who is answered is noted, and a permission to market is used. */
const OURS = /^\/admin\/(privacy|dk)(\/|$)/i

const isSignedInByCookie = (req: MedusaRequest): boolean => {
  const { session } = req as { session?: { auth_context?: unknown } }
  return session?.auth_context !== undefined
}

/** Whether the address is this server's, as the browser or the proxy before it says, or one that `http.adminCors` names. */
const isKnownPage = (req: MedusaRequest, origin: string): boolean => {
  const hosts = [req.get("host"), req.get("x-forwarded-host")]
  if (URL.canParse(origin) && hosts.includes(new URL(origin).host)) return true
  const { projectConfig } = req.scope.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  return parseCorsOrigins(projectConfig.http.adminCors).some((known) =>
    typeof known === "string" ? known === origin : known.test(origin)
  )
}

/** Browsers say where a request comes from, and no page can make them say otherwise. Programs say nothing. */
const isFromOtherSite = (req: MedusaRequest): boolean => {
  const site = req.get("sec-fetch-site")
  if (site === "same-origin" || site === "none") return false
  const origin = req.get("origin")
  if (origin !== undefined) return !isKnownPage(req, origin)
  // A link or picture of any other address, the shop's storefront too. One to a download that was made a moment ago leads
  // there from an Admin of another address.
  return site !== undefined && !isExportDownload(req)
}

/**
 * Answers 403 when a page of another site uses the cookie of staff who is logged in: Medusa's cookie keeps other sites out
 * (`SameSite=Lax`), but not the shop's other addresses, and not where `cookieOptions` opens it.
 */
export const refuseOtherSites = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const isGuarded = !READS.has(req.method) || OURS.test(req.baseUrl + req.path)
  const isRefused = isGuarded && isSignedInByCookie(req) && isFromOtherSite(req)
  next(isRefused ? forbidden("Another site's page sent this.", "other_site") : undefined)
}
