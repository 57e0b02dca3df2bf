/** The look of the book: light and dark by the reader's setting, quiet, and narrow enough to read. */
export const STYLE = `:root{color-scheme:light dark;--page:light-dark(#fff,#16181c);--line:light-dark(#ccc,#555);--quiet:light-dark(#555,#b0b0b0);
--good:light-dark(#0a6b3b,#5fd39a);--bad:light-dark(#b3261e,#ff8a80);--doubt:light-dark(#7a5200,#e8b64c);
--changes:light-dark(#ffe2b8,#5a3d00);--became:light-dark(#cdeccf,#1d4d2b);--focus:light-dark(#0b57d0,#8ab4f8)}
*{box-sizing:border-box}
body{max-width:52rem;margin:0 auto;padding:1rem;font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere;
background:var(--page);color:light-dark(#1a1a1a,#e8e8e8)}
a{color:light-dark(#0b4fbf,#8ab4f8)}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;border-bottom:1px solid var(--line);padding-bottom:.5rem}
nav[aria-label^=Before]{border:0;border-top:1px solid var(--line);padding:.8rem 0;margin-top:2rem;justify-content:space-between}
h1,h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}h1{font-size:1.8rem;margin:1.2rem 0 .8rem}h2{font-size:1.35rem;margin:2rem 0 .6rem}
p,li{max-width:44rem}small{font-size:inherit;color:var(--quiet)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.wide,pre{overflow-x:auto;overflow-y:hidden;max-width:100%}
p code,li code{font-size:.9em}
.wide .katex.row{margin:.4em 0;padding:.2em .1em}
:is(.line,.statement,.definitions) .katex.row{text-align:left}.definitions{padding-left:1.6rem}
.derivation>.line{padding-left:2rem}
samp{font:inherit;display:block}
.claim{border-left:4px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:1.5rem 0}
.claim.proved{border-color:var(--good)}.claim.refuted{border-color:var(--bad)}
.claim.tested,.claim.error{border-color:var(--doubt)}
.claim-name{margin:.2rem 0;font-family:ui-monospace,monospace;font-size:1.05rem}
.verdict{margin:.2rem 0;color:var(--quiet)}.proved>.verdict span{color:var(--good)}
.refuted>.verdict span{color:var(--bad)}.remark{border-left:2px solid var(--bad);padding-left:.6rem}
.proved>.remark{border-color:var(--line)}
ol.steps{list-style:none;padding:0;margin:0}.step{max-width:none;padding:.2rem .6rem;border-left:3px solid transparent;scroll-margin-top:13rem}
.step.refuted>.reason{color:var(--bad)}.step.tested>.reason,.step.error>.reason{color:var(--doubt)}
.reason{margin:0;color:var(--quiet);font-size:.92rem}.reason::before{content:"{ "}.reason::after{content:" }"}
.stepping .step[aria-current]{border-color:var(--focus);background:light-dark(#f4f7fd,#1d222b)}
details{margin:.2rem 0;font-size:.92rem}summary{cursor:pointer;color:var(--quiet);width:fit-content}
details p{margin:.3rem 0}.shown{color:var(--quiet)}.inside samp{padding-left:1rem}.inside ol{margin:.2rem 0;padding-left:1.6rem}
.katex :is(.became,.changes){display:inline-block;border-radius:2px;outline-offset:1px;padding:.15em 0;margin-block:-.15em;position:relative;z-index:-1}.katex{isolation:isolate}
.became{background:var(--became);outline:1px solid var(--good)}
.stepping .became{background:none;outline:0}
.stepping [aria-current] .became{background:var(--became);outline:1px solid var(--good)}
.stepping .from .changes{background:var(--changes);outline:1px dashed var(--doubt)}
.controls{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin:.4rem 0;padding:.3rem 0;
position:sticky;top:0;z-index:1;background:var(--page)}
.controls p{margin:0 .2rem;color:var(--quiet);font-variant-numeric:tabular-nums}
button,input,textarea{font:inherit;color:inherit;background:light-dark(#f2f2f2,#2a2d33);border:1px solid light-dark(#767676,#8c8c8c);
border-radius:4px;padding:.25rem .7rem;min-height:2rem}
button{cursor:pointer}button[aria-pressed=true]{background:light-dark(#d7e5ff,#22406e)}
button[aria-disabled=true]{color:var(--quiet);cursor:default}
input,textarea{width:100%}textarea{font-family:ui-monospace,monospace;font-size:.9rem}input[type=radio]{width:auto;min-height:0}[hidden]{display:none!important}
.rule{border-top:1px solid var(--line)}.rule:target{box-shadow:inset 3px 0 var(--focus);padding-left:.6rem}
.contents{padding-left:1.9rem}.contents>li{margin:.5rem 0}.counts{color:var(--quiet)}
.claims{list-style:none;padding-left:.2rem;margin:.3rem 0}.claims .proved span{color:var(--good)}
.claims :is(.refuted,.tested,.error) span{color:var(--bad)}#results{padding-left:1.2rem}#results li{margin:.3rem 0}
.exercises .steps>li{padding:.2rem .4rem}.tasks{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1rem}
fieldset{border:1px solid var(--line);border-radius:4px;margin:.5rem 0}.choice{display:block;padding:.3rem 0}
.gap{border-left:3px solid var(--focus)}.gap input{font-family:ui-monospace,monospace}.done{color:var(--good)}
.said{border-left:3px solid var(--line);padding:0 .7rem;margin:.5rem 0}.said:empty{border:0}.said p{margin:.3rem 0}
.said.good{border-color:var(--good)}.said.bad{border-color:var(--bad)}.said.doubt{border-color:var(--doubt)}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.step{transition:box-shadow .15s}}
@media print{nav,.controls,summary{display:none!important}.step[hidden]{display:block!important}
details::details-content{content-visibility:visible;display:block}.step,.line,.reason{break-inside:avoid}
.reason,h1,h2,h3,h4{break-after:avoid}body{max-width:none;font-size:10.5pt}pre{white-space:pre-wrap;overflow:visible}}`;
