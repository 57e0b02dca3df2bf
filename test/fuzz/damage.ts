/** Damage to plain JSON: changes anywhere, without regard for what the places mean. */
import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

/** Every place of the document that holds a value: what holds it, and under which key. */
function placesOf(root: Json): [Holder, string][] {
  const places: [Holder, string][] = [];
  const waiting: Json[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const holder: Holder = next;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      waiting.push(read(holder, key));
    }
  }
  return places;
}

const read = (holder: Holder, key: string): Json =>
  (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;

function write(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else
    Object.defineProperty(holder, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}

const strange = fc.oneof(
  fc.constantFrom<Json>(null, true, '', [], {}, -1, 0.5, 1e308, 2 ** 53, '1/0', '9'.repeat(40)),
  fc.constantFrom<Json>('%0', '$0', '__proto__', 'constructor', 'theorem:a', '\u0000', '-0', 'NaN'),
  fc.integer({ min: -2, max: 60 }),
  fc.string({ maxLength: 6 }),
);

/** A change somewhere in plain JSON. */
export const change = fc.record({
  kind: fc.constantFrom('near', 'near', 'like', 'like', 'like', 'strange', 'drop', 'add', 'twice'),
  where: fc.nat(),
  from: fc.nat(),
  value: strange,
  by: fc.constantFrom(-1, 1, 2),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Makes the change. */
export function apply(root: Json, { kind, where, from, value, by }: Change): void {
  const places = placesOf(root);
  const [holder, key] = places[where % places.length] as [Holder, string];
  const old = read(holder, key);
  const likes = places.map(([h, k]) => read(h, k)).filter((other) => isLike(old, other));
  const like = likes[from % Math.max(1, likes.length)] ?? null;
  if (kind === 'near')
    write(holder, key, typeof old === 'number' ? old + by : structuredClone(like));
  else if (kind === 'like') write(holder, key, structuredClone(like));
  else if (kind === 'strange') write(holder, key, structuredClone(value));
  else if (kind === 'add')
    write(holder, Array.isArray(holder) ? `${holder.length}` : 'x', structuredClone(value));
  else if (Array.isArray(holder))
    holder.splice(
      Number(key),
      kind === 'drop' ? 1 : 0,
      ...(kind === 'drop' ? [] : [structuredClone(old)]),
    );
  else if (kind === 'drop') delete holder[key];
  else write(holder, `${key}2`, structuredClone(old));
}

const isLike = (a: Json, b: Json): boolean =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
