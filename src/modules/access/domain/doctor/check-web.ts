import type { DoctorFacts } from "./facts"
import { findingsOf } from "./finding"
import type { Finding } from "./finding"

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/u

const isSafe = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === "https:" || LOOPBACK.test(hostname)
}

/** Addresses that carry names and logins are read by nobody on the way (GDPR Art. 32). */
export const checkHttps = ({ isProduction, addresses }: DoctorFacts): Finding[] => {
  const { ok, worse } = findingsOf("https")
  const open = addresses.filter(({ url }) =>
    isProduction ? !url.startsWith("https://") : !isSafe(url)
  )
  return open.length === 0
    ? [ok("https")]
    : open.map(({ option }) => worse(isProduction, "https_missing", { option }))
}

export const checkCookies = ({
  isProduction,
  sessionCookie: { isSecure, isHttpOnly, isSentAcrossSites },
}: DoctorFacts): Finding[] => {
  const { ok, warning, problem } = findingsOf("cookies")
  const found = [
    ...(isProduction && !isSecure ? [problem("cookie_not_secure")] : []),
    ...(isHttpOnly ? [] : [problem("cookie_read_by_scripts")]),
    ...(isSentAcrossSites ? [warning("cookie_across_sites")] : []),
  ]
  return found.length === 0 ? [ok("cookies")] : found
}

export const checkSecrets = ({ isProduction, secrets }: DoctorFacts): Finding[] => {
  const { ok, worse } = findingsOf("secrets")
  const named = [
    ["http.jwtSecret", secrets.jwt],
    ["http.cookieSecret", secrets.cookie],
    ["secrets.current.key", secrets.plugin],
  ] as const
  const found = [
    ...named.flatMap(([option, strength]) =>
      strength === "good" ? [] : [worse(isProduction, `secret_${strength}`, { option })]
    ),
    ...(secrets.isShared ? [worse(isProduction, "secret_shared")] : []),
  ]
  return found.length === 0 ? [ok("secrets")] : found
}
