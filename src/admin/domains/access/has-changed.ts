import type { QueryClient } from "@tanstack/react-query"

/** The mutation that reads the overview again; it changes nothing. */
export const READ_AGAIN = ["dk-overview", "again"] as const

/**
 * Whether something was changed from this browser that readings of before may still lack. `keptSeconds` is how old a reading
 * may be, as the last answer said; before there was one every change counts.
 */
export const hasChanged = (queries: QueryClient, keptSeconds = Infinity): boolean =>
  queries
    .getMutationCache()
    .getAll()
    .some(
      ({ state, options }) =>
        options.mutationKey !== READ_AGAIN && state.submittedAt > Date.now() - keptSeconds * 1000
    )
