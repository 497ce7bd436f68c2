/** The page's style: readable on a phone, on a screen, in the dark and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6576; --line: #dfe3ea; --ground: #f6f7f9; --card: #fff; --mark: #1f5fbf; --note: #fff6dd; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adbd; --line: #343c4a; --ground: #14181f; --card: #1d232d; --mark: #8fb8ff; --note: #3a3216; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: flex-start; }
header > div { flex: 1 1 20rem; }
h1 { margin: 0 0 0.4rem; font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.2; }
h2 { margin: 2.5rem 0 0.9rem; font-size: 1.35rem; }
h3 { margin: 1.4rem 0 0.5rem; font-size: 1.05rem; display: flex; gap: 0.6rem; align-items: baseline; }
h4 { margin: 0 0 0.4rem; font-size: 1rem; }
p { margin: 0 0 0.7rem; }
a { color: var(--mark); }
.soft, h3 span, summary span { color: var(--soft); font-weight: 400; font-size: 0.9rem; }
.note { margin: 1rem 0; background: var(--note); border-radius: 0.6rem; padding: 0.8rem 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.7rem; padding: 1rem 1.2rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; margin: 0; list-style: none; }
nav a { background: var(--card); border: 1px solid var(--line); border-radius: 2rem; padding: 0.3rem 0.9rem; text-decoration: none; color: inherit; }
nav a:hover { border-color: var(--mark); }
nav b { color: var(--mark); margin-left: 0.3rem; font-variant-numeric: tabular-nums; }
.about { columns: 2 24rem; column-gap: 1rem; }
.about .card { break-inside: avoid; margin-bottom: 1rem; }
.about h3 { margin-top: 0; }
.about ul { margin: 0; padding-left: 1.1rem; }
.about li { margin-bottom: 0.45rem; }
.about li small { display: block; color: var(--soft); }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: 0.8rem 0.2rem; font-size: 1.15rem; font-weight: 600; }
summary span { margin-left: 0.5rem; }
.rows .card { content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.rows { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 0.8rem; }
dl { margin: 0; display: grid; grid-template-columns: minmax(7rem, 36%) 1fr; gap: 0.15rem 0.8rem; }
dt { color: var(--soft); font-size: 0.92rem; hyphens: auto; }
/* What has parts of its own needs the whole width, or its words are cut. */
dt:has(+ dd > dl), dt:has(+ dd > ol), dd:has(> dl), dd:has(> ol) { grid-column: 1 / -1; }
dd { margin: 0; min-width: 0; white-space: pre-wrap; }
dd dl { border-left: 2px solid var(--line); padding-left: 0.6rem; grid-template-columns: minmax(5rem, 34%) 1fr; }
dd ol { margin: 0; padding-left: 1.2rem; }
.ids { margin: 0.5rem 0 0; color: var(--soft); font: 0.72rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
.more { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; margin: 0.8rem 0 1.4rem; }
button { font: inherit; font-size: 0.92rem; color: var(--mark); background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.35rem 0.9rem; cursor: pointer; }
button:hover, button:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.9rem; }
@media (max-width: 30rem) { main { padding: 1.5rem 1rem 3rem; } dl, dd dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.4rem; } }
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --card: #fff; --note: #fff; }
  main { max-width: none; padding: 0; } nav, button { display: none; } .note { border: 1px solid #bbb; }
  .rows { grid-template-columns: 1fr 1fr; } .rows .card { content-visibility: visible; } .card { break-inside: avoid; padding: 0.5rem 0.7rem; } body { font-size: 10pt; }
}`
