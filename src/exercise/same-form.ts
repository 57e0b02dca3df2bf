/**
 * Whether two lines are the same but for how they are written: the order of terms and factors,
 * where a minus stands, a division or a factor 1/n. A product taken apart, a fraction made two, a
 * power written out are steps already.
 */
import { boundArgument } from '../term/operator.js';
import { arg, type Term } from '../term/term.js';

export function isSameForm(a: Term, b: Term): boolean {
  const forms = new Forms();
  return a === b || forms.of(a) === forms.of(b);
}

/** The factors of a product, and whether there is a minus before it. */
interface Product {
  isMinus: boolean;
  readonly factors: Term[];
}

class Forms {
  readonly #known = new Map<Term, string>();

  /** A text that terms of the same form have in common. */
  of(term: Term): string {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const form = this.#form(term);
    this.#known.set(term, form);
    return form;
  }

  #form(term: Term): string {
    const { op, args, name, value } = term;
    if (op === 'bound') return `#${term.index}`;
    if (ADDED.has(op)) {
      const terms: string[] = [];
      this.#addTerms(term, false, terms);
      return terms.length === 1 ? (terms[0] as string) : `(${terms.sort().join(' ')})`;
    }
    if (value) return `${value.n}/${value.d}`;
    if (op === 'mul' || op === 'div') return this.#product(term, false);
    const children = args.map((child) => this.of(child)).join(',');
    const bound = boundArgument(op) >= 0 ? '.' : '';
    return `${op}${bound}${name && `:${name}`}[${children}]`;
  }

  #addTerms(term: Term, isMinus: boolean, terms: string[]): void {
    const { op, args } = term;
    if (!ADDED.has(op)) terms.push(this.#product(term, isMinus));
    else
      for (const [k, child] of args.entries())
        this.#addTerms(child, isMinus !== (op === 'neg' || (op === 'sub' && k === 1)), terms);
  }

  /** The factors above and below the line, in order, behind the sign. */
  #product(term: Term, isMinus: boolean): string {
    const product: Product = { isMinus, factors: [] };
    flatten(term, product);
    const fractions = product.factors.filter(isFraction);
    const below: string[] = [];
    // Two fractions are not made one.
    const [only] = fractions.length === 1 ? fractions : [];
    const above = product.factors.filter((factor) => factor !== only).map((f) => this.#factor(f));
    if (only) {
      const [n, d] = partsOf(only, product);
      above.push(...n.map((f) => this.#factor(f)));
      below.push(...d.map((f) => this.#factor(f)));
    }
    const sign = product.isMinus ? '-' : '';
    const line = below.length > 0 ? `/${below.sort().join('*')}` : '';
    return `${sign}${above.sort().join('*')}${line}`;
  }

  #factor(term: Term): string {
    if (!isFraction(term)) return this.of(term);
    const product: Product = { isMinus: false, factors: [] };
    const [n, d] = partsOf(term, product).map((some) => some.map((f) => this.of(f)).sort());
    return `${product.isMinus ? '-' : ''}{${n?.join('*')}/${d?.join('*')}}`;
  }
}

const ADDED: ReadonlySet<string> = new Set(['add', 'sub', 'neg']);

const isFraction = ({ op }: Term): boolean => op === 'div';

function flatten(term: Term, product: Product): void {
  const { op, args } = term;
  if (op === 'mul') for (const factor of args) flatten(factor, product);
  else if (op === 'neg') {
    product.isMinus = !product.isMinus;
    flatten(arg(term, 0), product);
  } else product.factors.push(term);
}

/** The factors above and below the line; a 1 above is none. */
function partsOf(fraction: Term, product: Product): readonly [Term[], Term[]] {
  const [above, below] = fraction.args.map((side) => {
    const part: Product = { isMinus: false, factors: [] };
    flatten(side, part);
    if (part.isMinus) product.isMinus = !product.isMinus;
    return part.factors;
  }) as [Term[], Term[]];
  const isOne = above.length === 1 && above[0]?.value?.n === 1n && above[0].value.d === 1n;
  return [isOne ? [] : above, below];
}
