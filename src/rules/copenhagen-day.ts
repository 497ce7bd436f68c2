const calendar = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Copenhagen",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})

/**
 * The calendar day in Denmark of an instant, whatever the server's time zone.
 *
 * @param instant a Date, or an ISO 8601 text with offset
 * @returns `YYYY-MM-DD`
 */
export const copenhagenDay = (instant: Date | string): string => {
  const parts = new Map(
    calendar.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])
  )
  return ["year", "month", "day"].map((part) => parts.get(part as "year")).join("-")
}
