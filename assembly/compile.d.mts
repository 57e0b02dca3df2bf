/** The bytes of the WebAssembly module; throws what the compiler says. */
export function compileLoops(): Promise<Uint8Array>;
/** The text of src/numeric/kernel/simd-bytes.ts. */
export function sourceOf(bytes: Uint8Array): string;
