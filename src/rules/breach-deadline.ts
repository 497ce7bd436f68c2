const HOUR_MS = 3600 * 1000

/** GDPR Art. 33(1). */
const HOURS = 72

/**
 * By when a personal data breach is notified to the authority: 72 elapsed hours after the shop became aware of it
 * (GDPR Art. 33(1)). Hours run through weekends, holidays and clock changes.
 *
 * @param awareAt a Date, or an ISO 8601 text with offset
 * @param options `hours` where the law of the day says another number
 * @returns the instant in UTC, ISO 8601
 */
export const breachDeadline = (
  awareAt: Date | string,
  { hours = HOURS }: { hours?: number } = {}
): string => new Date(new Date(awareAt).getTime() + hours * HOUR_MS).toISOString()
