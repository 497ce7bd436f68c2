type Kind = "invoice" | "credit_note"

/** Instants are ISO texts in UTC, days Danish (`YYYY-MM-DD`). */
export type OpenRequest = {
  id: string
  kind: Kind
  answered_by: string | null
  /** When the plugin asked. */
  requested_at: string
  /** When what calls for the document happened, such as its refund; when the plugin asked, where nothing else tells. */
  arose_at: string
  arose_on: string
}

export type RecordedNumber = {
  id: string
  kind: Kind
  replaces: string | null
  recorded_at: string
  issued_on: string
}

export type Answer = { id: string; answered_by: string | null }

/** What staff or a program said itself: that a number is the answer of a request. */
export type StatedAnswer = { request_id: string; number_id: string }

/** The last row of a chain of corrections; null for a number that is not there any more. */
const latestOf = (id: string, numbers: readonly RecordedNumber[]): RecordedNumber | null => {
  const later = numbers.find(({ replaces }) => replaces === id)
  return later ? latestOf(later.id, numbers) : (numbers.find((it) => it.id === id) ?? null)
}

/** When a document of this kind was told of first: a corrected digit is no new document, a corrected kind is. */
const firstRecorded = (number: RecordedNumber, numbers: readonly RecordedNumber[]): string => {
  const before = numbers.find(({ id }) => id === number.replaces)
  return before?.kind === number.kind ? firstRecorded(before, numbers) : number.recorded_at
}

/** The answer a request still has after corrections; one whose number was released keeps it. */
const keptAnswer = (
  { kind, answered_by: by }: OpenRequest,
  numbers: readonly RecordedNumber[]
): string | null => {
  if (by === null) return null
  const latest = latestOf(by, numbers)
  if (!latest) return by
  return latest.kind === kind ? latest.id : null
}

type Place = { request: OpenRequest; isFirst: boolean; recordedAt: string }

/** Whether facts leave no doubt that a number answers a request of its kind; the cases stand at `matchRequests`. */
const isAnswer = (
  { issued_on: issuedOn }: RecordedNumber,
  { request, isFirst, recordedAt }: Place
): boolean =>
  recordedAt >= request.requested_at ||
  isFirst ||
  (recordedAt >= request.arose_at && issuedOn >= request.arose_on)

/**
 * Which numbers answer which requests of one order: the oldest request of a kind gets the oldest number that answers no
 * other. A correction takes over what the row it corrects answered. Both lists are ordered, the oldest first.
 *
 * A number answers by itself when
 * - it was recorded while the request waited;
 * - it was recorded before the first request of its kind: the shop was ahead of the plugin;
 * - it was recorded after the refund that calls for the request, and is dated no earlier than it: the plugin asked late.
 *
 * Every other number stands beside the requests, such as a credit note given out of kindness before any was asked for
 * again. Such a request waits until a new number comes, or until somebody states that this is the one.
 *
 * @returns the requests whose answer changes
 */
export const matchRequests = (
  requests: readonly OpenRequest[],
  numbers: readonly RecordedNumber[],
  stated: StatedAnswer | null = null
): Answer[] => {
  const kept = requests.map((request) => ({
    request,
    by: stated?.request_id === request.id ? stated.number_id : keptAnswer(request, numbers),
  }))
  const taken = new Set(kept.map(({ by }) => by))
  const replaced = new Set(numbers.map(({ replaces }) => replaces))
  const free = numbers.filter(({ id }) => !replaced.has(id) && !taken.has(id))
  return kept.flatMap(({ request, by }) => {
    const isFirst = requests.find(({ kind }) => kind === request.kind)?.id === request.id
    const place = free.findIndex(
      (it) =>
        by === null &&
        it.kind === request.kind &&
        isAnswer(it, { request, isFirst, recordedAt: firstRecorded(it, numbers) })
    )
    const [found] = place < 0 ? [] : free.splice(place, 1)
    const answer = by ?? found?.id ?? null
    return answer === request.answered_by ? [] : [{ id: request.id, answered_by: answer }]
  })
}
