const KEY = "dk-bookkeeping-system"

/** The systems most shops here use; any other is written. */
export const KNOWN_SYSTEMS = ["e-conomic", "Dinero", "Billy"] as const

/** The system that was written last in this browser. */
export const lastSystem = (): string => window.localStorage.getItem(KEY) ?? KNOWN_SYSTEMS[0]

export const rememberSystem = (system: string): void => {
  window.localStorage.setItem(KEY, system)
}

/** The known name of a system, or null for one that is written. */
export const knownSystem = (system: string): (typeof KNOWN_SYSTEMS)[number] | null =>
  KNOWN_SYSTEMS.find((known) => known.toLowerCase() === system.toLowerCase()) ?? null
