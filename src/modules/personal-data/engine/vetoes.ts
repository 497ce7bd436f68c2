import { errorName } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import type { SubjectKeys } from "../domain/statements"
import { registeredVetoes } from "../registry"
import type { Veto } from "../registration"

/** Staff is shown the word, so it must not be a sentence about somebody. */
const WORD = /^[a-z][a-z0-9_]{0,63}$/

const askOne = async (
  transaction: Knex.Transaction,
  { name, ask }: Veto,
  { keys, warn }: { keys: SubjectKeys; warn: (line: string) => void }
): Promise<string | null> => {
  try {
    // In a savepoint: a statement that fails inside must not break the erasure's own transaction.
    const word = await transaction.transaction((savepoint) => ask({ transaction: savepoint, keys }))
    if (word === null || WORD.test(word)) return word
    warn(`dk-personal-data: the veto "${name}" answered with something else than a word`)
  } catch (error) {
    warn(`dk-personal-data: the veto "${name}" failed (${errorName(error)})`)
  }
  return "failed"
}

/** What the store's own code has against erasing the person, as `veto:<word>`; a veto that fails counts as one. */
export const askVetoes = async (
  transaction: Knex.Transaction,
  question: { keys: SubjectKeys; warn: (line: string) => void }
): Promise<string[]> => {
  const reasons: string[] = []
  for (const veto of registeredVetoes()) {
    const word = await askOne(transaction, veto, question)
    if (word !== null) reasons.push(`veto:${word}`)
  }
  return reasons
}
