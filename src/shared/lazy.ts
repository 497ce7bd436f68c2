/** What is made when it is first asked for, and then kept: a schema of Zod takes 8 to 50 KB, and a server that starts needs few. */
export const lazy = <Made>(make: () => Made): (() => Made) => {
  let kept: { made: Made } | undefined
  return () => (kept ??= { made: make() }).made
}
