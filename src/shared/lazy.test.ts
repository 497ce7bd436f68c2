import { lazy } from "./lazy"

it("is made when it is first asked for, once", () => {
  const make = jest.fn((): string | undefined => undefined)
  const made = lazy(make)
  expect(make).not.toHaveBeenCalled()
  expect([made(), made()]).toEqual([undefined, undefined])
  expect(make).toHaveBeenCalledTimes(1)
})
