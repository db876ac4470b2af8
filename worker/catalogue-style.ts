/** How the catalogue page looks: calm, dense, printable; the colours of the task pane. */
export const css = `
:root{--ink:#242424;--soft:#616161;--line:#d1d1d1;--back:#fff;--accent:#0f6cbd;--amber:#8a5a00;--grey:#f5f5f5}
@media(prefers-color-scheme:dark){:root{--ink:#f0f0f0;--soft:#adadad;--line:#525252;--back:#1f1f1f;--accent:#62abf5;--amber:#f2c661;--grey:#2b2b2b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:16px;background:var(--back);color:var(--ink);
font:14px/1.5 "Segoe UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:22px;margin:0}h2{font-size:16px;margin:24px 0 8px}
small,header p,dt{color:var(--soft)}a{color:var(--accent)}
input,button{font:inherit;color:inherit;background:var(--back);border:1px solid var(--soft);border-radius:4px;padding:4px 8px}
input{width:min(320px,100%)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
nav{margin-top:12px;display:flex;flex-wrap:wrap;gap:4px 16px}
details{border-top:1px solid var(--line)}summary{padding:6px 0;cursor:pointer}
summary code,.rule{color:var(--soft);font-size:12px}.rule{margin-left:8px}
code{font:12px Consolas,"Noto Sans Mono CJK SC",monospace}
.mark{font-size:12px;border-radius:4px;padding:0 4px;border:1px solid var(--soft);color:var(--soft)}
.restricted{color:var(--amber);border-color:var(--amber)}
p.restricted,p.why{margin:0 0 8px;padding-left:8px;border-left:3px solid currentColor}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0;padding:8px;background:var(--grey);border-radius:4px}
dd{margin:0}ol,ul{margin:0;padding-left:20px}
@media(max-width:480px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
@media print{nav,form{display:none}details{break-inside:avoid}}
`;
