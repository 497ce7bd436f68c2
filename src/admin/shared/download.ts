import { urlOf } from "./api"

/**
 * Lets the browser fetch a file by itself, so that it need not fit into memory. Only for addresses that answer
 * without the dashboard's own headers. As a download: a refusal must not replace the dashboard.
 */
export const downloadFrom = (path: string): void => {
  const link = document.createElement("a")
  link.href = urlOf(path)
  link.download = ""
  link.click()
}
