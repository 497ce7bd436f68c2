/** The operator who works in the measured store. */
export const STAFF = { email: "admin@butik.example", password: "staff-password-for-benchmarks" }

/** The key of the measured stores' tokens; the repository's own store has the same. */
export const SECRET = { id: "development", key: "development-only-secret-0123456789abcdef" }
