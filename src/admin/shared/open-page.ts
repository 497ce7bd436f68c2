import { getFile } from "./api"

/** Shows a document in a tab of its own. It is fetched here, since a link would not carry the staff's login. */
export const openPage = async (path: string): Promise<void> => {
  // Opened before the answer is there: later, the browser would take it for an unwanted window.
  const page = window.open("", "_blank")
  try {
    const file = await getFile(path)
    page?.location.replace(URL.createObjectURL(file))
  } catch (error) {
    page?.close()
    throw error
  }
}
