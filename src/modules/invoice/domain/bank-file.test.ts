import { readBankFile } from "./bank-file"
import { lineKeys, matchBankLines } from "./match-bank-lines"

const FILE = [
  "Dato;Tekst;Beløb;Saldo",
  '26-11-2026;"Faxe Kommune; faktura 1042";1.234,50;10.000,00',
  "27.11.2026;Husleje;-8.000,00;2.000,00",
  "28/11/2026;+71<000000000010439+12345678;138;2.138,00",
  "i morgen;Forkert;1,00;1,00",
].join("\r\n")

const read = (csv: string) => {
  const file = readBankFile(csv)
  if (!file.ok) throw new Error(file.reason.code)
  return file.value
}

describe("a bank's file", () => {
  it("is read with Danish days and amounts, and lines that cannot be are named", () => {
    expect(read(`\uFEFF${FILE}`)).toEqual({
      lines: [
        { line: 2, day: "2026-11-26", text: "Faxe Kommune; faktura 1042", amount: 123_450 },
        { line: 3, day: "2026-11-27", text: "Husleje", amount: -800_000 },
        { line: 4, day: "2026-11-28", text: "+71<000000000010439+12345678", amount: 13_800 },
      ],
      problems: [{ line: 5, code: "line_unreadable" }],
    })
  })

  it("may have other columns, delimiters and an English header", () => {
    expect(read("date,amount,description,reference\n2026-11-26,138.00,Paid,TEST-7").lines).toEqual([
      { line: 2, day: "2026-11-26", text: "Paid TEST-7", amount: 13_800 },
    ])
  })

  it("without day, amount and text is refused", () => {
    expect(readBankFile("navn;tal\nKaren;1")).toEqual({
      ok: false,
      reason: { line: 1, code: "columns_missing" },
    })
    expect(readBankFile("").ok).toBe(false)
  })

  it("refuses days and amounts that are none", () => {
    const { lines, problems } = read("dato;tekst;beløb\n31-02-2026;a;1,00\n01-02-2026;b;1,234,5x")
    expect([lines, problems.length]).toEqual([[], 2])
  })
})

const INVOICES = [
  { order_id: "a", number: "1042", names: ["1042"], slips: [], owed: 123_450 },
  { order_id: "b", number: "1043", names: ["1043"], slips: ["000000000010439"], owed: 13_800 },
  { order_id: "c", number: "TEST-7", names: ["TEST-7", "TEST-9"], slips: [], owed: 20_000 },
]

const line = (text: string, amount: number) => ({
  line: 2,
  day: "2026-11-26",
  text,
  amount,
  digest: `${text}${amount.toString()}`,
})

const outcomes = (lines: ReturnType<typeof line>[], booked: string[] = []) =>
  matchBankLines(lines, { invoices: INVOICES, booked: new Set(booked) }).map((it) =>
    "order_id" in it ? `${it.outcome} ${it.order_id}` : it.outcome
  )

describe("a line of the bank", () => {
  it("pays the invoice whose number or slip it names", () => {
    expect(
      outcomes([
        line("Faktura 1042", 123_450),
        line("+71<000000000010439+12345678", 13_800),
        line("faktura test-7, tak", 5_000),
        line("TEST-9", 5_000),
      ])
    ).toEqual(["match a", "match b", "match c", "match c"])
  })

  it("pays nothing when it names none, is no money in, or is more than owed", () => {
    expect(
      outcomes([
        line("Tak for sidst", 123_450),
        line("Faktura 1042", -123_450),
        line("Faktura TEST-7", 20_001),
        line("Fakturaer 1042 TEST-7", 143_450),
      ])
    ).toEqual(["no_match", "not_incoming", "more_than_owed c", "ambiguous"])
  })

  it("of a few digits pays in part only when nothing else can be meant", () => {
    expect(outcomes([line("Den 1042 gang", 100)])).toEqual(["no_match"])
  })

  it("counts the lines before it, and is booked once", () => {
    const half = line("TEST-7", 12_000)
    expect(outcomes([half, { ...half, digest: "second" }])).toEqual(["match c", "more_than_owed c"])
    expect(outcomes([half], [half.digest])).toEqual(["already_booked"])
  })

  it("is read however many hyphens it has, and without those around a number", () => {
    expect(outcomes([line(`a${"-".repeat(100_000)}b`, 100)])).toEqual(["no_match"])
    expect(outcomes([line("--TEST-7-- tak", 5_000)])).toEqual(["match c"])
  })

  it("has a key of its own, also beside an equal one, and the same in the next file", () => {
    const twice = [line("TEST-7", 100), line("TEST-7", 100)]
    const keys = lineKeys(twice)
    expect(new Set(keys).size).toBe(2)
    expect(lineKeys(twice)).toEqual(keys)
  })
})
