/** The page's only style; the Content-Security-Policy of the page allows it and nothing else. */
export const style = `
:root { color-scheme: light dark; --line: #d5d9e0; --soft: #f4f5f7; --quiet: #586070; --bad: #b3261e; --good: #1a6e3c; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --line: #3a404b; --soft: #1d2127; --quiet: #a3abb8; --bad: #ff9b93; --good: #7fd6a2; --link: #9cc3ff; } body { background: #14171b; color: #e8eaee; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 1.5rem; }
.quiet { color: var(--quiet); margin: 0; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; display: grid; gap: 0 1rem; grid-template-columns: 3.5rem minmax(0, 1fr) auto; padding: .6rem .25rem; }
summary:hover { background: var(--soft); }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.status { font-weight: 700; color: var(--good); }
.bad { color: var(--bad); }
.what, .why { overflow-wrap: anywhere; }
.why { grid-column: 2 / -1; color: var(--bad); margin: .15rem 0 0; padding: 0; }
.why span { display: block; }
.inside { padding: 0 .25rem 1rem; }
dl { display: grid; gap: .1rem 1rem; grid-template-columns: max-content minmax(0, 1fr); margin: .25rem 0 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.bodies { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
h2 { font-size: .9rem; margin: 0 0 .25rem; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .25rem; font-size: .85rem; line-height: 1.45; margin: 0; max-height: 28rem; overflow: auto; overflow-wrap: anywhere; padding: .6rem; white-space: pre-wrap; }
@media (max-width: 40rem) { summary { grid-template-columns: 3rem minmax(0, 1fr); } summary .quiet { grid-column: 2; } }
`
