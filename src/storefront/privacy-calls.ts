import type {
  StoreAskPrivacyRequest,
  StoreAskPrivacyRequestResponse,
  StoreConfirmedPrivacyRequest,
  StorePrivacyRequestListResponse,
  StorePrivacyRequestResponse,
  StorePrivacySummary,
  StoreReportBreach,
  StoreReportBreachResponse,
} from "../types/http"
import type { createSend } from "./request"

const GUEST = "/store/privacy/requests"
const OWN = "/store/customers/me/privacy-requests"

const BREACH_REPORTS = "/store/privacy/breach-reports"

const part = (id: string): string => encodeURIComponent(id)

/** Asking for what the privacy policy promises. With the customer's login it is about their account. */
export const privacyCalls = ({ json, blob }: ReturnType<typeof createSend>) => {
  const post = (body: object) => ({ method: "POST" as const, body })
  return {
    /**
     * Asks. A guest is mailed a link, whoever the address belongs to, and the answer is empty; of somebody signed in it begins at
     * once and has its `id`. Status 429 with `retryAfter`.
     */
    askPrivacyRequest: (asked: StoreAskPrivacyRequest) =>
      json<StoreAskPrivacyRequestResponse>(GUEST, post(asked)),

    /** Uses a mailed link up. `token` of the answer follows the request. Status 404 for every link that does not work. */
    confirmPrivacyRequest: (id: string, token: string) =>
      json<StoreConfirmedPrivacyRequest>(`${GUEST}/${part(id)}/confirm`, post({ token })),

    /** A guest's request, by the token that confirming gave. Status 404 for every token that does not work. */
    getPrivacyRequest: async (id: string, token: string) => {
      const path = `${GUEST}/${part(id)}/status`
      return (await json<StorePrivacyRequestResponse>(path, post({ token }))).request
    },

    /** A ZIP of what is held; of a guest by the token. Codes `archive_not_ready`, `archive_used_up`, `export_busy`. */
    downloadPrivacyArchive: (id: string, token: string) =>
      blob(`${GUEST}/${part(id)}/archive`, post({ token })),

    /** The same for the signed-in customer's own request. */
    downloadOwnPrivacyArchive: (id: string) => blob(`${OWN}/${part(id)}/archive`, post({})),

    /** What the signed-in customer has asked for and what became of it, the latest first. */
    listPrivacyRequests: async () => (await json<StorePrivacyRequestListResponse>(OWN)).requests,

    /**
     * Tells the shop of what may be a breach, such as somebody else's invoice. The answer is the same for everybody, and nothing
     * is mailed. Status 400 with `field`, 429 with `retryAfter`.
     */
    reportBreach: (told: StoreReportBreach) =>
      json<StoreReportBreachResponse>(BREACH_REPORTS, post(told)),

    /** What is held about the signed-in customer, counted, in Danish or English. */
    getPrivacySummary: (locale: "da" | "en") =>
      json<StorePrivacySummary>(`/store/customers/me/privacy-summary?locale=${locale}`),
  }
}
