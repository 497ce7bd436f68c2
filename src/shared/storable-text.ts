/** Whether Postgres can keep it as text and in JSON: no NUL, and no half of a character. */
export const isStorableText = (text: string): boolean =>
  !text.includes("\0") && !/\p{Surrogate}/u.test(text)

/** What is answered of a text that it cannot keep. */
export const UNSTORABLE = "holds a character that no text has"
