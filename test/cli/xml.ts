/** A check that a text is well-formed XML 1.0, as far as test reports use it. */

const TAG = /<(\/?)([a-zA-Z-]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/y;
const TEXT = /(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)*/y;
const ENTITIES = /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/;
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** True when every element is closed in turn and nothing is left unescaped. */
export function wellFormed(xml: string): boolean {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head) || FORBIDDEN.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  for (let at = head.length; at < xml.length; ) {
    TEXT.lastIndex = at;
    at += (TEXT.exec(xml)?.[0] ?? '').length;
    if (at === xml.length) break;
    TAG.lastIndex = at;
    const [tag, close, name = '', attributes = '', empty] = TAG.exec(xml) ?? [];
    if (tag === undefined || ENTITIES.test(attributes)) return false;
    if (close) {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name);
    }
    at += tag.length;
  }
  return roots === 1 && open.length === 0;
}
