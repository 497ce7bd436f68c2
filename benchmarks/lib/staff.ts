/** The operator who exports and erases in the measured store. */
export const STAFF = { email: "admin@butik.example", password: "staff-password-for-benchmarks" }
