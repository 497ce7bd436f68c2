import type { findCardNumbers, findCprNumbers } from "../../src/rules"

type Rules = { findCprNumbers: typeof findCprNumbers; findCardNumbers: typeof findCardNumbers }

export function typedNumbers(folder: string, rules: Rules): string[]
export function numbersInLog(log: string, numbers: readonly string[]): string[]
