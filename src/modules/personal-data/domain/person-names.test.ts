import fc from "fast-check"
import { countPersons, foldName } from "./person-names"
import type { TypedName } from "./person-names"

const named = (
  first_name: string | null,
  last_name: string | null,
  more: Partial<TypedName> = {}
): TypedName => ({ first_name, last_name, phone: null, street: null, ...more })

describe("foldName", () => {
  it.each([
    ["Søren Åge Ærø", "SOEREN  Aage Aeroe"],
    ["André D'Angelo-Møller", "andre d angelo moller"],
    ["Karen\tFriis", " karen friis. "],
  ])("reads %j and %j alike", (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  it("is not changed by folding twice", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("a", "e", "o", "å", "ø", "æ", "Å", "Ø", "é", " ", "-", "x"),
        }),
        (text) => {
          expect(foldName(foldName(text))).toBe(foldName(text))
        }
      )
    )
  })
})

describe("countPersons", () => {
  it.each<[string, TypedName[], number]>([
    ["one spelling and another", [named("Karen", "Sørensen"), named("karen", "SOERENSEN")], 1],
    ["a middle name", [named("Karen", "Friis Hansen"), named("Karen", "Hansen")], 1],
    ["an initial", [named("Karen F.", "Hansen"), named("K.", "Hansen")], 1],
    ["a double name", [named("Karen", "Jensen-Hansen"), named("Karen", "Hansen")], 1],
    [
      "a last name used as a middle name",
      [named("Karen Friis", "Holm"), named("Karen", "Friis")],
      1,
    ],
    ["all in one field", [named("Karen Hansen", null), named("Karen", "Hansen")], 1],
    [
      "a new name at the old phone",
      [
        named("Karen", "Holm", { phone: "+45 20304050" }),
        named("Karen", "Friis", { phone: "20 30 40 50" }),
      ],
      1,
    ],
    ["a name without last name", [named("Karen", null), named("Per", "Holm")], 1],
    ["two people", [named("Karen", "Hansen"), named("Per", "Holm")], 2],
    ["two people of one first name", [named("Karen", "Hansen"), named("Karen", "Holm")], 2],
    [
      "two people at one address",
      [named("Karen", "Hansen", { street: "Vej 1" }), named("Per", "Holm", { street: "Vej 1" })],
      2,
    ],
    ["nobody", [], 0],
  ])("%s", (_what, names, persons) => {
    expect(countPersons(names)).toBe(persons)
  })

  it("does not depend on the order or on repetition", () => {
    const name = fc.record({
      first_name: fc.constantFrom("Karen", "Per", "Ida", null),
      last_name: fc.constantFrom("Hansen", "Holm", "Friis Holm", "Jensen-Hansen", null),
      phone: fc.constantFrom("20304050", null),
      street: fc.constantFrom("Vej 1", null),
    })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const persons = countPersons(names)
        expect(countPersons([...names].reverse())).toBe(persons)
        expect(countPersons([...names, ...names])).toBe(persons)
      })
    )
  })
})
