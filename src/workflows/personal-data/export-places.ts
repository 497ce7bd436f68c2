/** Each export holds one connection of the pool (ten by default) for as long as its client reads. */
const MOST_AT_ONCE = 2

let taken = 0

/** A place among the exports of this process; give it back once. */
export type ExportPlace = { free: () => void }

/** Takes a place, or null while this process runs as many exports as it may. */
export const takeExportPlace = (): ExportPlace | null => {
  if (taken >= MOST_AT_ONCE) return null
  taken += 1
  let isFreed = false
  return {
    free: () => {
      if (!isFreed) taken -= 1
      isFreed = true
    },
  }
}
