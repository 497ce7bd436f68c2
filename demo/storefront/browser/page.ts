import type { Context } from "./context"

/** What a page shows. `replace` sends the shopper elsewhere instead. */
export type Page = (
  context: Context,
  parameters: Record<string, string>
) => Promise<{ title: string; content: HTMLElement } | { replace: string }>
