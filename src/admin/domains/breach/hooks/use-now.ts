import { useEffect, useState } from "react"

const MINUTE_MS = 60_000

/** The time, anew every minute, so that a clock on an open page moves also when nothing is read. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date())
    }, MINUTE_MS)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
