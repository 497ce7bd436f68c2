/**
 * The last months up to a day, oldest first.
 *
 * @param day `YYYY-MM-DD`
 * @param count how many, this month included
 * @returns each as `YYYY-MM`
 */
export const lastMonths = (day: string, count: number): string[] => {
  const [year = 0, month = 1] = day.split("-").map(Number)
  return Array.from({ length: count }, (_, place) => {
    const serial = year * 12 + (month - 1) - (count - 1 - place)
    const number = ((serial % 12) + 1).toString().padStart(2, "0")
    return `${Math.floor(serial / 12).toString()}-${number}`
  })
}
