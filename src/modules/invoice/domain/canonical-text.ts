import canonicalize from "canonicalize"
import type { InvoiceContent, InvoiceDocument } from "./document"

/** The document's one and only text (RFC 8785): what is stored, and what the digest is taken over. */
export const toCanonicalText = (document: InvoiceContent | InvoiceDocument): string =>
  canonicalize(document) ?? ""

/** The sealed text read back. It was written by `toCanonicalText` and never changes. */
export const readDocument = (text: string): InvoiceDocument => JSON.parse(text) as InvoiceDocument
