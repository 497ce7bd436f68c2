const DAY_MS = 24 * 3600 * 1000

/** Great Prayer Day was abolished from 2024 (lov nr. 214 af 6/3/2023). */
const LAST_GREAT_PRAYER_DAY = 2023

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whitsun. */
const AROUND_EASTER = [-3, -2, 0, 1, 39, 49, 50]
const GREAT_PRAYER_DAY = 26

/** Easter Sunday of the Gregorian calendar as UTC midnight, by the anonymous computus (Meeus/Jones/Butcher). */
const easterSunday = (year: number): number => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const lunar = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}

/** Whether a day is a public holiday in Denmark; 5 June, 24 and 31 December are none. */
const isHoliday = (time: number): boolean => {
  const date = new Date(time)
  const fixed = `${(date.getUTCMonth() + 1).toString()}-${date.getUTCDate().toString()}`
  if (["1-1", "12-25", "12-26"].includes(fixed)) return true
  const year = date.getUTCFullYear()
  const offset = Math.round((time - easterSunday(year)) / DAY_MS)
  return (
    AROUND_EASTER.includes(offset) || (offset === GREAT_PRAYER_DAY && year <= LAST_GREAT_PRAYER_DAY)
  )
}

/** Whether a day is no Saturday, Sunday or public holiday in Denmark. Days are `YYYY-MM-DD`. */
export const isWorkingDay = (day: string): boolean => {
  const time = Date.parse(day)
  return ![0, 6].includes(new Date(time).getUTCDay()) && !isHoliday(time)
}

/** The day itself when it is a working day, else the next one (Regulation 1182/71 Art. 3(4)). */
export const toWorkingDay = (day: string): string =>
  isWorkingDay(day)
    ? day
    : toWorkingDay(new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10))
