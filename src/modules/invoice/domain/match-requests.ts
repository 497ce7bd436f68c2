type Kind = "invoice" | "credit_note"

export type OpenRequest = { id: string; kind: Kind; answered_by: string | null }
export type RecordedNumber = { id: string; kind: Kind; replaces: string | null }
export type Answer = { id: string; answered_by: string | null }

/** The last row of a chain of corrections; null for a number that is not there any more. */
const latestOf = (id: string, numbers: readonly RecordedNumber[]): RecordedNumber | null => {
  const later = numbers.find(({ replaces }) => replaces === id)
  return later ? latestOf(later.id, numbers) : (numbers.find((it) => it.id === id) ?? null)
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

/**
 * Which numbers answer which requests of one order: the oldest request of a kind gets the oldest number that answers no
 * other. A correction takes over what the row it corrects answered. Both lists are ordered, the oldest first.
 *
 * @returns the requests whose answer changes
 */
export const matchRequests = (
  requests: readonly OpenRequest[],
  numbers: readonly RecordedNumber[]
): Answer[] => {
  const kept = requests.map((request) => ({ request, by: keptAnswer(request, numbers) }))
  const taken = new Set(kept.map(({ by }) => by))
  const replaced = new Set(numbers.map(({ replaces }) => replaces))
  const free = numbers.filter(({ id }) => !replaced.has(id) && !taken.has(id))
  return kept.flatMap(({ request, by }) => {
    const place = by === null ? free.findIndex(({ kind }) => kind === request.kind) : -1
    const [found] = place < 0 ? [] : free.splice(place, 1)
    const answer = by ?? found?.id ?? null
    return answer === request.answered_by ? [] : [{ id: request.id, answered_by: answer }]
  })
}
