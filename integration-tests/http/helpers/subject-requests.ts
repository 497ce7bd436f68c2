import type {
  AdminFulfilSubjectRequest,
  AdminFulfilSubjectRequestResponse,
  AdminSubjectRequestKind,
  AdminSubjectRequestPreviewResponse,
  AdminSubjectRequestResponse,
} from "../../../src/types/http"
import type { Headers } from "./shop"
import type { Suite } from "./suite"

export const REQUESTS = "/admin/privacy/requests"

/** Changes evidence, which no way of the plugin can. */
export const unguarded = (suite: Suite, sql: string, bindings: string[] = []): Promise<void> =>
  suite.database().transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction.raw(sql, bindings)
  })

/** What staff does with a request; `headers` are of the user. */
export const requestsOf = (suite: Suite, headers: () => Headers) => {
  const post = <Body>(path: string, body: object) =>
    suite.call<Body>("POST", `${REQUESTS}${path}`, { headers: headers(), body })
  const enter = async (kind: AdminSubjectRequestKind, who: object) => {
    const { status, text, body } = await post<AdminSubjectRequestResponse>("", {
      ...{ kind, channel: "letter" },
      ...who,
    })
    if (status !== 201) throw new Error(text)
    return body.request.id
  }
  const confirm = (id: string) =>
    post<AdminSubjectRequestResponse>(`/${id}/confirm-identity`, { proof: "known_to_staff" })
  const fulfil = (id: string, body: AdminFulfilSubjectRequest = {}) =>
    post<AdminFulfilSubjectRequestResponse>(`/${id}/fulfil`, body)
  /** The whole answer of a preview. */
  const foresee = async (id: string, body: AdminFulfilSubjectRequest = {}) => {
    const answer = await post<AdminSubjectRequestPreviewResponse>(`/${id}/preview`, body)
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.body
  }
  return {
    enter,
    confirm,
    fulfil,
    /** A request whose person is known. */
    known: async (kind: AdminSubjectRequestKind, who: object) => {
      const id = await enter(kind, who)
      const { status, text } = await confirm(id)
      if (status !== 200) throw new Error(text)
      return id
    },
    /** Fails unless it is answered with 200. */
    done: async (id: string, body: AdminFulfilSubjectRequest = {}) => {
      const answer = await fulfil(id, body)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body
    },
    preview: async (id: string, body: AdminFulfilSubjectRequest = {}) =>
      (await foresee(id, body)).preview,
    foresee,
    read: async (id: string) =>
      (
        await suite.call<AdminSubjectRequestResponse>("GET", `${REQUESTS}/${id}`, {
          headers: headers(),
        })
      ).body.request,
  }
}
