/**
 * An e-mail as Postgres' `lower()` may give it, whoever wrote it how: a database whose collation knows ASCII only leaves
 * `Æ` as it is. An address of ASCII letters has one form. The first is lower case as a person sees it.
 */
export const emailForms = (email: string): string[] => {
  const lower = email.toLowerCase()
  const typed = email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const upper = lower.replace(/\P{ASCII}/gu, (letter) => letter.toUpperCase())
  return [...new Set([lower, typed, upper])]
}
