import { alpha3Of } from "./countries"

it.each([
  ["dk", "DNK"],
  ["SE", "SWE"],
  ["no", "NOR"],
  ["gl", "GRL"],
  ["fo", "FRO"],
  ["ax", "ALA"],
  ["de", "DEU"],
])("%s is %s", (alpha2, alpha3) => {
  expect(alpha3Of(alpha2)).toBe(alpha3)
})

it.each(["", "xx", "DNK", null, undefined])("%j is no country", (value) => {
  expect(alpha3Of(value)).toBeUndefined()
})
