/** One thing and many, by area and code; `{count}` is filled in. */
export type TaskWords = Readonly<Record<string, readonly [one: string, other: string]>>
