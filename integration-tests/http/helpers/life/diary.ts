import { shopper } from "../shop"
import type { Headers } from "../shop"
import type { Suite } from "../suite"

/**
 * What is expected of a typed text: `shown` in the person's access export; `hidden` in the store but in no export
 * (internal notes, copies with live codes); `replaced` by a later edit, so it stands nowhere; `unstored` when Medusa
 * accepts it and keeps it nowhere; `shop` when it is the store's own and stays.
 */
export type Kind = "shown" | "hidden" | "replaced" | "unstored" | "shop"

export type Canary = { text: string; who: string; kind: Kind }

/** Calls as one of the people of the store. Every answer must be a success, except where `refused` asks. */
export type Caller = {
  get: <Body>(path: string) => Promise<Body>
  post: <Body>(path: string, body?: object) => Promise<Body>
  remove: <Body>(path: string, body?: object) => Promise<Body>
  /** The answer must have this status. */
  refused: (status: number, path: string, body: object) => Promise<void>
}

/** Ids as Medusa makes them: a prefix and a ULID. */
const ID = /\b[a-z][a-z_]*_[0-9A-HJKMNP-TV-Z]{26}\b/g

export const idsIn = (text: string): string[] => text.match(ID) ?? []

/** Everything one person typed or had typed about them, and the ids the store answered with. */
export type Diary = {
  who: string
  suite: Suite
  canaries: Canary[]
  /** Every id that an answer in this life named, the store's own ones too. */
  ids: Set<string>
  /** `METHOD /path` of each call. */
  calls: string[]
  /** A text that is typed nowhere else: `zq<who><place>qz`. */
  type: (place: string, kind?: Kind) => string
  /** Says of a text typed before that it has another fate. */
  recast: (text: string, kind: Kind) => void
  as: (headers: Headers) => Caller
  visitor: Caller
}

/** A person's diary. `who` holds a letter no ULID has (i, l, o or u), so no id can look like a text of theirs. */
export const openDiary = (suite: Suite, who: string): Diary => {
  const canaries: Canary[] = []
  const ids = new Set<string>()
  const calls: string[] = []
  const type = (place: string, kind: Kind = "shown"): string => {
    const text = `zq${who}${place}qz`
    if (!/^[a-z0-9]+$/.test(text) || canaries.some((known) => known.text === text)) {
      throw new Error(`${text} is no text of its own`)
    }
    canaries.push({ text, who, kind })
    return text
  }
  const recast = (text: string, kind: Kind): void => {
    const canary = canaries.find((known) => text.toLowerCase().includes(known.text))
    if (!canary) throw new Error(`${text} was never typed`)
    canary.kind = kind
  }
  const send = async (method: string, path: string, headers: Headers, body?: object) => {
    calls.push(`${method} ${path}`)
    const answer = await suite.call(method, path, { headers, ...(body && { body }) })
    for (const id of idsIn(answer.text)) ids.add(id)
    return answer
  }
  const as = (headers: Headers): Caller => {
    const expectSuccess = async <Body>(method: string, path: string, body?: object) => {
      const answer = await send(method, path, headers, body)
      if (answer.status >= 300) {
        throw new Error(`${who}: ${method} ${path}: ${answer.status.toString()} ${answer.text}`)
      }
      return answer.body as Body
    }
    return {
      get: (path) => expectSuccess("GET", path),
      post: (path, body) => expectSuccess("POST", path, body),
      remove: (path, body) => expectSuccess("DELETE", path, body),
      refused: async (status, path, body) => {
        const answer = await send("POST", path, headers, body)
        if (answer.status !== status) {
          throw new Error(`POST ${path}: ${answer.status.toString()} ${answer.text}`)
        }
      },
    }
  }
  return { who, suite, canaries, ids, calls, type, recast, as, visitor: as(shopper()) }
}

/**
 * A last name with a text of its own, before the family name that all of the person's addresses share: people who buy
 * under one e-mail with different last names are taken for several.
 */
export const typeLastName = (diary: Diary, place: string, kind: Kind = "shown"): string =>
  `${diary.type(`${place}last`, kind)} ${diary.who}sen`

/** An address with a text of its own in every field. */
export const typeAddress = (diary: Diary, place: string, kind: Kind = "shown") => ({
  first_name: diary.type(`${place}first`, kind),
  last_name: typeLastName(diary, place, kind),
  company: diary.type(`${place}company`, kind),
  address_1: diary.type(`${place}street`, kind),
  address_2: diary.type(`${place}floor`, kind),
  postal_code: diary.type(`${place}zip`, kind),
  city: diary.type(`${place}city`, kind),
  province: diary.type(`${place}province`, kind),
  phone: diary.type(`${place}phone`, kind),
  country_code: "dk",
  metadata: { door: diary.type(`${place}door`, kind) },
})

/** An e-mail address with capitals, as people type it; look-ups must find it in any case. */
export const typeEmail = (diary: Diary, place: string, kind: Kind = "shown"): string =>
  `${diary.type(place, kind).replace("zq", "Zq")}@Kunde.example`
