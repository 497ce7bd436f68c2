import canonicalize from "canonicalize"
import { sha256 } from "../../../shared/sha256"
import type { NoticeData } from "./notice-data"

/**
 * What evidence points at: SHA-256 of the text, or, where data belongs to it such as the list of cookies, of the text, a
 * line break and the data as canonical JSON (RFC 8785). 64 hex digits.
 */
export const noticeDigest = (body: string, data: NoticeData | null): string =>
  sha256(data === null ? body : `${body}\n${canonicalize(data) ?? ""}`)
